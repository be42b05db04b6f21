// A page that htmx swapped in -> the focus is where the reader goes on.
import { inNextFrame } from "./next_frame.js";

let shownPath = location.pathname;

const app = () => document.getElementById("app");

// A field that the swap hid keeps the focus until the frame is drawn.
const isSeen = (element) => Boolean(element) && element !== document.body && element.checkVisibility();

function showStatus(text) {
  const status = document.getElementById("status-message");
  if (status) status.textContent = text;
}

// On another page: its main part, from the top. On the same page: where the focus was, or the main part if that is gone.
function moveFocus() {
  const moved = location.pathname !== shownPath;
  shownPath = location.pathname;
  const main = document.getElementById("main");
  if (!main) return;
  if (moved) {
    main.scrollTop = 0;
    if (!getComputedStyle(main).overflowY.match(/auto|scroll/)) scrollTo(0, 0);
    document.querySelector("nav.queue [aria-current]")?.scrollIntoView({ block: "nearest" });
  }
  const wanted = app().querySelector("[autofocus]");
  if (wanted) wanted.focus();
  else if (moved || !isSeen(document.activeElement)) main.focus({ preventScroll: true });
}

export function listen(page) {
  page.addEventListener("htmx:after:swap", () => inNextFrame(moveFocus));
  page.addEventListener("htmx:error", () => showStatus(app().dataset.lost));
  // Every button works without this: the one that opens the list of keys is a link to the settings.
  page.addEventListener("click", (event) => {
    const opener = event.target.closest?.("[data-dialog]");
    const dialog = opener && document.getElementById(opener.dataset.dialog);
    if (!dialog || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    dialog.showModal();
  }, true);
}
