// A page that htmx swapped in -> its fields have the values of the page, not what was typed for another claim; a note that was not sent
// comes back with its claim.
import { inNextFrame } from "./next_frame.js";

const drafts = new Map();
let shownVersion = "";
let shownPath = "";
let isSent = false;

const noteField = () => document.getElementById("note");
// After a decision the story has another seq: then nothing stays selected.
const version = () => `${location.pathname} ${document.querySelector("#decide [name=seen]")?.value ?? ""}`;

function saveDraft() {
  const field = noteField();
  if (field && !isSent && field.value !== field.defaultValue) drafts.set(shownPath, field.value);
}

function restoreFields() {
  if (version() !== shownVersion) {
    for (const field of document.querySelectorAll("#app input, #app textarea")) {
      if (field.type === "checkbox") field.checked = field.defaultChecked;
      else if (field.type !== "hidden") field.value = field.defaultValue;
    }
  }
  rememberPage();
  const draft = drafts.get(shownPath);
  drafts.delete(shownPath);
  if (draft && noteField()) noteField().value = draft;
}

function rememberPage() {
  shownVersion = version();
  shownPath = location.pathname;
  isSent = false;
}

export function listen(page) {
  rememberPage();
  page.addEventListener("submit", (event) => {
    isSent = event.target.id === "decide";
  });
  page.addEventListener("htmx:before:swap", saveDraft);
  page.addEventListener("htmx:after:swap", () => inNextFrame(restoreFields));
}
