// A key -> a click on the element with its action in data-key, or the focus if that is a field; digits select passages.
// The keys of all actions are in an attribute of #app, so that custom keys, and "off", come with the page.
import { hold, hasHeldKeys, isAwaited, isTypedAhead, listen as listenAhead } from "./type_ahead.js";

const FIELD = "input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]), textarea, select, [contenteditable]";
const REPEATS = new Set(["next", "previous"]); // a key held down must not confirm a whole queue
let lastSelected = null; // where a range begins
let openGroup = null; // the group that the next digit chooses from, as in: verdict, then 1

const app = () => document.getElementById("app");
const keysAreOn = () => app().dataset.keysOn === "yes";
const isSeen = (element) => element.getClientRects().length > 0 && !element.disabled;
const elementFor = (action) => [...document.querySelectorAll(`[data-key="${CSS.escape(action)}"]`)].find(isSeen);
// What a digit chooses from: the group that a key opened, or a list that stands open by itself.
const choices = () => openGroup ?? document.querySelector("[data-waits]");
const boxes = () => [...document.querySelectorAll("input[data-passage]")].filter(isSeen);

// As keys are written in the settings: "c", "Shift+u", "?". Which character Shift makes depends on the keyboard.
export function keyName(event) {
  if (event.key.length !== 1) return event.key;
  const character = event.key.toLowerCase();
  const isLetter = character !== event.key.toUpperCase();
  return event.shiftKey && isLetter ? `Shift+${character}` : character;
}

export function isShortcut(event) {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return false; // an input method is at work
  return !(event.ctrlKey || event.metaKey || event.altKey || event.getModifierState?.("AltGraph"));
}

function perform(name) {
  const found = elementFor(name);
  if (!found) return false;
  if (found.matches("[data-then]")) {
    setOpenGroup(found);
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

function setOpenGroup(group) {
  openGroup?.removeAttribute("data-waiting");
  openGroup = group;
  openGroup?.setAttribute("data-waiting", "");
  openGroup?.querySelector("[data-choice]")?.focus();
}

function choose(digit) {
  const choice = choices().querySelector(`[data-choice="${digit}"]`);
  setOpenGroup(null);
  choice?.click();
  return Boolean(choice);
}

function setChecked(box, on) {
  if (box.checked === on) return;
  box.checked = on;
  box.dispatchEvent(new Event("change", { bubbles: true }));
}

function select(digit, isRange) {
  const all = boxes();
  if (!all.length) return false;
  if (digit === 0) {
    const on = all.some((box) => !box.checked);
    all.forEach((box) => setChecked(box, on));
    return true;
  }
  const chosen = all.find((box) => Number(box.dataset.passage) === digit);
  if (!chosen) return false;
  const [from, to] = [lastSelected ?? digit, digit].sort((a, b) => a - b);
  if (isRange) all.filter((box) => box.dataset.passage >= from && box.dataset.passage <= to).forEach((box) => setChecked(box, true));
  else setChecked(chosen, !chosen.checked);
  lastSelected = digit;
  return true;
}

function digitOf(event) {
  if (/^[0-9]$/.test(event.key)) return [Number(event.key), false];
  const shifted = event.shiftKey && /^(?:Digit|Numpad)([0-9])$/.exec(event.code);
  return shifted ? [Number(shifted[1]), true] : null;
}

function leave(target) {
  if (openGroup) setOpenGroup(null);
  else if (target.matches(FIELD)) target.blur();
  else return perform("out");
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
  if (!isShortcut(event) || document.querySelector("dialog[open]")) return;
  const isField = target.matches(FIELD);
  const waits = isField ? isTypedAhead(target) : isAwaited() || hasHeldKeys();
  const isHeld = keysAreOn() && waits && canWait(event.key, isField || hasHeldKeys());
  if (isHeld) hold(event);
  else if (isField && event.key !== "Escape") return;
  if (isHeld || handleKey(event, target)) event.preventDefault();
}

// A space and Enter still press a button, but belong to the text that is typed ahead.
function canWait(key, isText) {
  return /^(?:\S|Escape)$/u.test(key) || (isText && /^(?: |Enter)$/.test(key));
}

function handleKey(event, target) {
  return event.key === "Escape" ? leave(target) : keysAreOn() && pressShortcut(event);
}

// A held key: if a field has the focus by now, the key is typed into it.
function pressHeldKey(event) {
  const target = document.activeElement ?? document.body;
  if (event.key === "Escape" || !target.matches(FIELD)) handleKey(event, target);
  else if (event.key === "Enter" && !target.matches("textarea")) submit(target.form);
  else if (target.setRangeText) insertText(target, event.key === "Enter" ? "\n" : event.key);
}

function insertText(field, text) {
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

// As Enter in a field does: by the first button that sends the form.
function submit(form) {
  [...(form?.elements ?? [])].find((element) => element.matches("button:not([type]), [type=submit]"))?.click();
}

function pressShortcut(event) {
  const digit = digitOf(event);
  const key = keyName(event);
  const [name] = Object.entries(JSON.parse(app().dataset.keys)).find(([, own]) => own && own === key) ?? [];
  if (event.repeat && !REPEATS.has(name)) return false;
  // A character that Shift makes of a digit, such as "?", is itself where a person chose it.
  if (name) {
    setOpenGroup(null);
    return perform(name);
  }
  if (!digit) return false;
  return choices() ? choose(digit[0]) : select(...digit);
}

export function listen(page) {
  listenAhead(page, pressHeldKey);
  page.addEventListener("keydown", onKey);
  page.addEventListener("focusin", (event) => {
    if (openGroup && !openGroup.contains(event.target)) setOpenGroup(null);
  });
  page.addEventListener("htmx:after:swap", () => {
    lastSelected = null;
    openGroup = null;
  });
}
