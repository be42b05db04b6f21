// The page -> shortcut keys that work, a focus that is never lost, and a message when the program does not answer.
import { listen as listenToKeys } from "./keys.js";
import { listen as keepFocus } from "./focus.js";
import { listen as fillFields } from "./fields.js";

listenToKeys(document);
fillFields(document);
keepFocus(document);

// A choice in a list is sent at once; the button beside it does the same.
document.addEventListener("change", (event) => {
  if (event.target.matches("select[data-sends]")) event.target.form.requestSubmit();
});
