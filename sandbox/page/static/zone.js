// Instants as a person reads them on the wall where they are, and back again.

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];
const MINUTE = 60_000;
const DAY = 86_400_000;

export function dayWords(instant, zone) {
  const wall = onTheWall(instant, zone);
  return `${DAYS[wall.getUTCDay()]} ${wall.getUTCDate()} ${MONTHS[wall.getUTCMonth()]}`;
}

export function fullDayWords(instant, zone) {
  return `${dayWords(instant, zone)} ${onTheWall(instant, zone).getUTCFullYear()}`;
}

export function shortDayWords(instant, zone) {
  const [day, date, month] = dayWords(instant, zone).split(" ");
  return `${day.slice(0, 3)} ${date} ${month.slice(0, 3)}`;
}

export function timeWords(instant, zone) {
  return wallTime(instant, zone).slice(11);
}

export function secondsWords(instant, zone) {
  return onTheWall(instant, zone).toISOString().slice(11, 19);
}

export function zoneWords(zone) {
  return `${zone.split("/").at(-1).replaceAll("_", " ")} time`;
}

// "2026-03-16T09:14": the value of a date-time field.
export function wallTime(instant, zone) {
  return onTheWall(instant, zone).toISOString().slice(0, 16);
}

export function fromWallTime(words, zone) {
  const wanted = Date.parse(`${words}Z`);
  if (Number.isNaN(wanted)) return null;
  const near = wanted - offset(wanted, zone);
  return new Date(wanted - offset(near, zone));
}

// The next time the wall shows `hour` o'clock, at least a minute from now; on a Monday if asked.
export function nextTime(now, zone, { hour, onMonday = false }) {
  for (let days = 0; days <= 8; days += 1) {
    const day = new Date(onTheWall(now, zone).getTime() + days * DAY);
    if (onMonday && day.getUTCDay() !== 1) continue;
    const found = fromWallTime(`${day.toISOString().slice(0, 10)}T${String(hour).padStart(2, "0")}:00`, zone);
    if (found - now >= MINUTE) return found;
  }
  throw new RangeError("Every week has such an hour.");
}

function offset(instant, zone) {
  return onTheWall(instant, zone) - Math.floor(instant / 1000) * 1000;
}

// A date whose UTC fields are what the wall shows in `zone`.
function onTheWall(instant, zone) {
  const parts = Object.fromEntries(format(zone).formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return new Date(Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second));
}

const formats = new Map();

function format(zone) {
  if (!formats.has(zone)) formats.set(zone, newFormat(zone));
  return formats.get(zone);
}

function newFormat(zone) {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, hourCycle: "h23",
    year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
  });
}
