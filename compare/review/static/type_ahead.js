// An answer is on its way -> strokes wait for the page that they are meant for: a letter typed ahead must not decide on the claim before.
import { inNextFrame } from "./next_frame.js";

const held = [];
let awaited = 0;
let sentFrom = null; // the field that was sent: it may be hidden by the answer and still have the focus until the next frame

export const isAwaited = () => awaited > 0;
export const holdsAny = () => held.length > 0;
// What is typed in this field now is meant for what comes: its form is on its way, or strokes before this one still wait.
export const isBehind = (field) => (isAwaited() ? field === sentFrom : holdsAny());

export function hold({ key, code, shiftKey, repeat }) {
  held.push({ key, code, shiftKey, repeat });
}

// One at a time: a stroke may ask for another page, and those behind it wait again.
function release(take) {
  if (isAwaited() || !held.length) return;
  setTimeout(release, 0, take);
  take(held.shift());
}

export function listen(page, take) {
  page.addEventListener("submit", () => {
    sentFrom = document.activeElement;
  });
  page.addEventListener("htmx:before:request", () => {
    awaited += 1;
  });
  // Not what was expected is on the screen: nothing is done blindly.
  page.addEventListener("htmx:response:error", () => held.splice(0));
  page.addEventListener("htmx:error", () => held.splice(0));
  // The frame after the page was exchanged: its fields and its focus are settled by then.
  page.addEventListener("htmx:finally:request", () =>
    inNextFrame(() => {
      awaited -= 1;
      release(take);
    }),
  );
}
