// The workspace's clock, in the chosen person's time zone. It only moves forward.

import { whileBusy } from "./nodes.js";
import { fromWallTime, fullDayWords, nextTime, shortDayWords, timeWords, wallTime, zoneWords } from "./zone.js";

const TICK_MS = 1000;
const EMPTY = "Choose a date and a time first.";

const toggle = document.getElementById("clock-toggle");
const panel = document.getElementById("clock-panel");
const timeLine = document.getElementById("clock-time");
const zoneLine = document.getElementById("clock-zone");
const field = document.getElementById("clock-field");
const done = document.getElementById("clock-done");
const failure = document.getElementById("clock-failure");

let known = null;
let person = null;
let zone = "Europe/London";
let isTouched = false;
let move = null;

export function mountClock(onMove) {
  move = onMove;
  press("clock-hour", () => ({ hours: 1 }));
  press("clock-ten", () => ({ to: nextTime(now(), zone, { hour: 10 }).toISOString() }));
  press("clock-monday", () => ({ to: nextTime(now(), zone, { hour: 9, onMonday: true }).toISOString() }));
  press("clock-move", () => {
    const instant = fromWallTime(field.value, zone);
    return instant && { to: instant.toISOString() };
  });
  field.addEventListener("input", () => { isTouched = true; });
  toggle.addEventListener("click", () => setOpen(!panel.classList.contains("is-open")));
  document.addEventListener("click", ({ target }) => {
    if (!panel.contains(target) && !toggle.contains(target)) setOpen(false);
  });
  panel.addEventListener("keydown", closeOnEscape);
  setInterval(tick, TICK_MS);
}

export function showClock(nowWords, { me, zone: personZone }) {
  known = { instant: Date.parse(nowWords), heard: performance.now() };
  if (me !== person) startAfresh();
  person = me;
  zone = personZone;
  zoneLine.textContent = zoneWords(zone);
  tick();
}

function startAfresh() {
  isTouched = false;
  failure.textContent = "";
  done.textContent = "";
}

function now() {
  return new Date(known.instant + performance.now() - known.heard);
}

function tick() {
  if (!known) return;
  const time = timeWords(now(), zone);
  write(timeLine, `${fullDayWords(now(), zone)}, ${time}`);
  write(toggle.querySelector("span"), `${shortDayWords(now(), zone)}, ${time}`);
  timeLine.dateTime = now().toISOString();
  if (!isTouched && document.activeElement !== field) field.value = wallTime(now(), zone);
}

function write(target, words) {
  if (target.textContent !== words) target.textContent = words;
}

function press(id, wanted) {
  const button = document.getElementById(id);
  button.addEventListener("click", () => known && whileBusy(button, () => moveTo(wanted())));
}

async function moveTo(wanted) {
  done.textContent = "";
  failure.textContent = wanted ? "" : EMPTY;
  if (!wanted) return;
  const answer = await move(wanted);
  if (!answer.ok) {
    failure.textContent = answer.error;
    return;
  }
  startAfresh();
  done.textContent = `It is now ${fullDayWords(now(), zone)}, ${timeWords(now(), zone)}.`;
}

function closeOnEscape(event) {
  if (event.key !== "Escape" || !panel.classList.contains("is-open")) return;
  event.stopPropagation();
  setOpen(false);
  toggle.focus();
}

function setOpen(open) {
  panel.classList.toggle("is-open", open);
  toggle.setAttribute("aria-expanded", String(open));
}
