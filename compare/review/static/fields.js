// A part of the page was exchanged -> its fields hold what the page says, not what was typed into those of another claim;
// a note that was not sent comes back with its claim.
import { inNextFrame } from "./next_frame.js";

const drafts = new Map();
let stood = "";
let path = "";
let isSent = false;

const note = () => document.getElementById("note");
// After a decision the story has another number: what was selected for it is not selected any more.
const version = () => `${location.pathname} ${document.querySelector("#decide [name=seen]")?.value ?? ""}`;

function keep() {
  const written = note();
  if (written && !isSent && written.value !== written.defaultValue) drafts.set(path, written.value);
}

function fill() {
  if (version() !== stood) {
    for (const field of document.querySelectorAll("#app input, #app textarea")) {
      if (field.type === "checkbox") field.checked = field.defaultChecked;
      else if (field.type !== "hidden") field.value = field.defaultValue;
    }
  }
  settle();
  const draft = drafts.get(path);
  drafts.delete(path);
  if (draft && note()) note().value = draft;
}

function settle() {
  stood = version();
  path = location.pathname;
  isSent = false;
}

export function listen(page) {
  settle();
  page.addEventListener("submit", (event) => {
    isSent = event.target.id === "decide";
  });
  page.addEventListener("htmx:before:swap", keep);
  page.addEventListener("htmx:after:swap", () => inNextFrame(fill));
}
