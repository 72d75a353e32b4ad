// <!date^seconds^words with {tokens}^link|fallback>, in the time zone of the person who reads.

import { node } from "./nodes.js";
import { dayWords, fullDayWords, secondsWords, shortDayWords, timeWords } from "./zone.js";

const TOKENS = {
  date: (instant, zone) => fullDayWords(instant, zone).replace(/^\S+ /, ""),
  date_num: (instant, zone) => new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(instant),
  date_slash: (instant, zone) => new Intl.DateTimeFormat("en-GB", { timeZone: zone }).format(instant),
  date_short: shortDayWords,
  date_long: fullDayWords,
  date_pretty: dayWords,
  date_short_pretty: shortDayWords,
  date_long_pretty: fullDayWords,
  day_divider_pretty: dayWords,
  time: timeWords,
  time_secs: secondsWords,
  ago: (instant, zone) => `${dayWords(instant, zone)}, ${timeWords(instant, zone)}`,
};

export function dateNode([seconds, words], { fallback, zone }) {
  const instant = new Date(Number(seconds) * 1000);
  if (!/^\d+$/.test(seconds) || !words) return node("span", {}, fallback);
  return node("time", { datetime: instant.toISOString() }, fill(words, instant, zone));
}

function fill(words, instant, zone) {
  return words.replace(/\{(\w+)\}/g, (token, name) => TOKENS[name]?.(instant, zone) ?? token);
}
