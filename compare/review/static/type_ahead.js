// Keys that are pressed while a response is awaited -> the page that it brings: a letter typed ahead must not decide on the claim before.
import { inNextFrame } from "./next_frame.js";

const heldKeys = [];
let openRequests = 0;
let sentFrom = null; // the field that was sent: the response may hide it, but it has the focus until the next frame

export const isAwaited = () => openRequests > 0;
export const hasHeldKeys = () => heldKeys.length > 0;
// Whether what is typed in this field is meant for the next page: its form is on its way, or earlier keys still wait.
export const isTypedAhead = (field) => (isAwaited() ? field === sentFrom : hasHeldKeys());

export function hold({ key, code, shiftKey, repeat }) {
  heldKeys.push({ key, code, shiftKey, repeat });
}

// One key at a time: it may request another page, and then the later ones wait again.
function release(pressKey) {
  if (isAwaited() || !heldKeys.length) return;
  setTimeout(release, 0, pressKey);
  pressKey(heldKeys.shift());
}

export function listen(page, pressKey) {
  page.addEventListener("submit", () => {
    sentFrom = document.activeElement;
  });
  page.addEventListener("htmx:before:request", () => {
    openRequests += 1;
  });
  // The page is not the one that was expected, so the keys are dropped.
  page.addEventListener("htmx:response:error", () => heldKeys.splice(0));
  page.addEventListener("htmx:error", () => heldKeys.splice(0));
  // In the frame after the swap, fields and focus are settled.
  page.addEventListener("htmx:finally:request", () =>
    inNextFrame(() => {
      openRequests -= 1;
      release(pressKey);
    }),
  );
}
