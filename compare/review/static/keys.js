// A key -> a click on what carries its act in data-key, or the focus in it if it is a field; digits select passages.
// The table of acts and keys stands on #app, so that what a person chose, and "off", come with the page.
import { hold, holdsAny, isAwaited, isBehind, listen as listenAhead } from "./type_ahead.js";

const FIELD = "input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]), textarea, select, [contenteditable]";
const REPEATS = new Set(["next", "previous"]); // a key held down must not confirm a whole queue
let last = null; // the passage chosen last, where a range begins
let waiting = null; // what the next digit is for, as in: verdict, then 1

const app = () => document.getElementById("app");
const keysAreOn = () => app().dataset.keysOn === "yes";
const isSeen = (element) => element.getClientRects().length > 0 && !element.disabled;
const carrier = (act) => [...document.querySelectorAll(`[data-key="${CSS.escape(act)}"]`)].find(isSeen);
// What a digit chooses from: the group that a key opened, or a list that stands open by itself.
const choices = () => waiting ?? document.querySelector("[data-waits]");
const boxes = () => [...document.querySelectorAll("input[data-passage]")].filter(isSeen);

// As the table writes keys: "c", "Shift+u", "?". Which sign Shift makes of another is the keyboard's business.
export function written(event) {
  if (event.key.length !== 1) return event.key;
  const sign = event.key.toLowerCase();
  const isLetter = sign !== event.key.toUpperCase();
  return event.shiftKey && isLetter ? `Shift+${sign}` : sign;
}

export function isMeant(event) {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return false; // an input method is at work
  return !(event.ctrlKey || event.metaKey || event.altKey || event.getModifierState?.("AltGraph"));
}

function act(name) {
  const found = carrier(name);
  if (!found) return false;
  if (found.matches("[data-then]")) {
    wait(found);
  } else if (found.matches(FIELD)) {
    found.focus();
  } else if (found.matches("summary")) {
    found.parentElement.open = true; // at once: the next letter is already for the field
    found.parentElement.querySelector(FIELD).focus();
  } else {
    found.click();
  }
  return true;
}

function wait(group) {
  waiting?.removeAttribute("data-waiting");
  waiting = group;
  waiting?.setAttribute("data-waiting", "");
  waiting?.querySelector("[data-choice]")?.focus();
}

function choose(digit) {
  const choice = choices().querySelector(`[data-choice="${digit}"]`);
  wait(null);
  choice?.click();
  return Boolean(choice);
}

function mark(box, on) {
  if (box.checked === on) return;
  box.checked = on;
  box.dispatchEvent(new Event("change", { bubbles: true }));
}

function select(digit, isRange) {
  const all = boxes();
  if (!all.length) return false;
  if (digit === 0) {
    const on = all.some((box) => !box.checked);
    all.forEach((box) => mark(box, on));
    return true;
  }
  const chosen = all.find((box) => Number(box.dataset.passage) === digit);
  if (!chosen) return false;
  const [from, to] = [last ?? digit, digit].sort((a, b) => a - b);
  if (isRange) all.filter((box) => box.dataset.passage >= from && box.dataset.passage <= to).forEach((box) => mark(box, true));
  else mark(chosen, !chosen.checked);
  last = digit;
  return true;
}

function digitOf(event) {
  if (/^[0-9]$/.test(event.key)) return [Number(event.key), false];
  const behind = event.shiftKey && /^(?:Digit|Numpad)([0-9])$/.exec(event.code);
  return behind ? [Number(behind[1]), true] : null;
}

function leave(target) {
  if (waiting) wait(null);
  else if (target.matches(FIELD)) target.blur();
  else return act("out");
  return true;
}

function saveField(event) {
  const button = [...(event.target.form?.elements ?? [])].find((element) => element.matches("[data-saves]"));
  if (event.isComposing || event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !button) return;
  event.preventDefault();
  button.click();
}

export function onKey(event) {
  const { target } = event;
  if (target.matches("textarea")) saveField(event);
  if (!isMeant(event) || document.querySelector("dialog[open]")) return;
  const isField = target.matches(FIELD);
  const waits = isField ? isBehind(target) : isAwaited() || holdsAny();
  const isAhead = keysAreOn() && waits && mayWait(event.key, isField || holdsAny());
  if (isAhead) hold(event);
  else if (isField && event.key !== "Escape") return;
  if (isAhead || taken(event, target)) event.preventDefault();
}

// A space and Enter still press a button, but belong to the text that is typed ahead.
function mayWait(key, isText) {
  return /^(?:\S|Escape)$/u.test(key) || (isText && /^(?: |Enter)$/.test(key));
}

function taken(event, target) {
  return event.key === "Escape" ? leave(target) : keysAreOn() && stroke(event);
}

// A stroke that was held: by now a field may have the focus, and then it was typed into it.
function takeHeld(event) {
  const target = document.activeElement ?? document.body;
  if (event.key === "Escape" || !target.matches(FIELD)) taken(event, target);
  else if (event.key === "Enter" && !target.matches("textarea")) send(target.form);
  else if (target.setRangeText) write(target, event.key === "Enter" ? "\n" : event.key);
}

function write(field, text) {
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

// As Enter in a field does: by the first button that sends the form.
function send(form) {
  [...(form?.elements ?? [])].find((element) => element.matches("button:not([type]), [type=submit]"))?.click();
}

function stroke(event) {
  const digit = digitOf(event);
  const key = written(event);
  const [name] = Object.entries(JSON.parse(app().dataset.keys)).find(([, own]) => own && own === key) ?? [];
  if (event.repeat && !REPEATS.has(name)) return false;
  // A sign that Shift makes of a digit, such as "?", is itself where a person chose it.
  if (name) {
    wait(null);
    return act(name);
  }
  if (!digit) return false;
  return choices() ? choose(digit[0]) : select(...digit);
}

export function listen(page) {
  listenAhead(page, takeHeld);
  page.addEventListener("keydown", onKey);
  page.addEventListener("focusin", (event) => {
    if (waiting && !waiting.contains(event.target)) wait(null);
  });
  page.addEventListener("htmx:after:swap", () => {
    last = null;
    waiting = null;
  });
}
