// The page: keeps the state, shows it, and carries what a person does to the sandbox.

import { readFaults, readState, send, waitForChanges } from "./api.js";
import { node } from "./nodes.js";
import { drawMenu } from "./menu.js";
import { mountClock, showClock } from "./clock.js";
import { mountFaults, showFaults } from "./faults.js";
import { focusComposer, mountComposer, showComposer } from "./composer.js";
import { forgetModals, mountModals, showModals } from "./modals.js";
import { markSeen, unreadCounts } from "./unread.js";
import { mountPlaces, showPlaces } from "./places.js";
import { newHome } from "./home.js";
import { newLog } from "./messages.js";

const HOME = "home";
const BEFORE_TRYING_AGAIN_MS = 2000;
const LEAST_BETWEEN_READS_MS = 100;
const LONGEST_PRESS_MS = 1000;

const NOT_CONNECTED = "The bot is not connected yet… This page carries on by itself when it is.";
const OUT_OF_REACH = "The sandbox is not answering. Trying again…";

const whoField = document.getElementById("who");
const whoTitle = document.getElementById("who-title");
const heading = document.getElementById("place-name");
const about = document.getElementById("place-about");
const condition = document.getElementById("condition");
const content = document.getElementById("content");
const shortcuts = document.getElementById("shortcuts");
const failure = document.getElementById("failure");

let wanted = readAddress();
let state = null;
let names = null;
let pane = null;
let isReachable = true;
let refusal = "";
let reads = 0;
let listening = new AbortController();
let homeOpened = null;
let isPressing = false;

function readAddress() {
  const query = new URLSearchParams(location.search);
  return { me: query.get("as"), at: query.get("at") };
}

// ---- reading the state

async function refresh() {
  reads += 1;
  const read = reads;
  const answer = await readState(wanted.me);
  if (read !== reads) return;
  isReachable = !answer.unreachable;
  refusal = answer.ok ? "" : answer.error;
  if (answer.ok) take(answer);
  else if (isReachable && wanted.me && !state) await startOver();
  else showCondition();
}

function take(answer) {
  state = answer;
  wanted.me = state.me;
  names = namesFor(state);
  if (!isPressing) show();
}

// What is replaced between a press and its release is never clicked. Of a menu that opens no release is heard.
function press() {
  isPressing = true;
  setTimeout(release, LONGEST_PRESS_MS);
}

function release() {
  if (!isPressing) return;
  isPressing = false;
  setTimeout(() => { if (state && !isPressing) show(); });
}

// The address names somebody who is not in this workspace.
async function startOver() {
  wanted = { me: null, at: null };
  await refresh();
}

function namesFor({ people, channels, direct, bot, me, shortcuts: known }) {
  const persons = new Map([[bot.user, bot.name], ...people.map(({ id, name }) => [id, name])]);
  const rooms = new Map(channels.map(({ id, name }) => [id, name]));
  const zone = people.find(({ id }) => id === me)?.time_zone ?? "Europe/London";
  const places = [...channels.map(({ id, name }) => ({ id, name: `#${name}` })), direct];
  const onMessages = known.filter(({ type }) => type === "message");
  return { me, people, places, onMessages, zone, person: (id) => persons.get(id), channel: (id) => rooms.get(id) };
}

// What only this person saw is gone when the page is loaded again, as in Slack.
async function begin() {
  if (wanted.me) await send("reload", { as: wanted.me });
  await listen();
}

async function listen() {
  for (;;) {
    await whenInSight();
    if (!state || !isReachable) {
      await refresh();
      if (!state || !isReachable) await pause(BEFORE_TRYING_AGAIN_MS);
      continue;
    }
    const { signal } = listening;
    const answer = await waitForChanges({ since: state.version, me: wanted.me, signal });
    if (signal.aborted) continue;
    if (!answer.ok) isReachable = false;
    else if (answer.version !== state.version) await refresh();
    showCondition();
    await pause(LEAST_BETWEEN_READS_MS);
  }
}

// A browser has six connections for one server: tabs that nobody looks at leave theirs to the others.
function whenInSight() {
  if (!document.hidden || !state) return undefined;
  return new Promise((settle) => { document.addEventListener("visibilitychange", settle, { once: true }); });
}

function followSight() {
  if (document.hidden) stopListening();
  else if (state) refresh();
}

function stopListening() {
  listening.abort();
  listening = new AbortController();
}

function pause(milliseconds) {
  return new Promise((settle) => { setTimeout(settle, milliseconds); });
}

// ---- showing it

function show() {
  const at = placeFor(wanted.at);
  if (location.search !== addressOf({ me: state.me, at })) correctAddress({ me: state.me, at });
  if (!document.hidden) markSeen(state, at);
  const counts = unreadCounts(state);
  showWho();
  showPlaces({ state, at, counts });
  showHeading(at);
  showCondition();
  showComposer({ key: `${state.me} ${at}`, name: placeWords(at), hidden: at === HOME, known: state.commands });
  showPane(at);
  showShortcuts();
  showClock(state.now, names);
  showFaults(state.faults);
  showModals(state.modals, names);
  showTitle({ at, counts });
}

function placeFor(at) {
  const known = [HOME, state.direct.id, ...state.channels.map(({ id }) => id)];
  return known.includes(at) ? at : known[2] ?? HOME;
}

function placeWords(at) {
  if (at === HOME) return `${state.bot.name} App Home`;
  if (at === state.direct.id) return state.direct.name;
  return `#${names.channel(at)}`;
}

function showWho() {
  document.getElementById("workspace").textContent = state.workspace.name;
  const likeness = JSON.stringify(state.people);
  if (whoField.dataset.likeness !== likeness) {
    whoField.dataset.likeness = likeness;
    whoField.replaceChildren(...state.people.map(({ id, name, title }) => (
      node("option", { value: id }, title ? `${name} (${title})` : name))));
  }
  if (whoField.value !== state.me) whoField.value = state.me;
  const { title } = state.people.find(({ id }) => id === state.me) ?? {};
  whoTitle.textContent = [title, state.quiet && "Do not disturb: no sound now"].filter(Boolean).join(" · ");
}

function showHeading(at) {
  heading.textContent = placeWords(at);
  if (at === HOME) about.textContent = "Only you see this page";
  else if (at === state.direct.id) about.textContent = "Direct message: only you and the bot";
  else about.textContent = channelWords(state.channels.find(({ id }) => id === at));
}

function channelWords({ private: isPrivate, shared }) {
  const kind = isPrivate ? "Private channel" : "Channel";
  if (shared === "externally") return `${kind}, read by another organisation as well`;
  return shared === "pending" ? `${kind}, another organisation is invited` : kind;
}

function showCondition() {
  let words = refusal;
  if (!isReachable) words = OUT_OF_REACH;
  else if (state && !state.bot.connected) words = NOT_CONNECTED;
  if (condition.textContent !== words) condition.textContent = words;
}

function showPane(at) {
  const key = `${state.me} ${at}`;
  if (pane?.key !== key) {
    pane = { key, ...newPane(at) };
    content.replaceChildren(pane.element);
    failure.textContent = "";
  }
  pane.show(at === HOME ? state.home : state.messages[at] ?? [], names);
  if (at === HOME) openHome(key);
}

function newPane(at) {
  if (at === HOME) return newHome({ label: placeWords(at), press: (what) => click({ home: true }, what) });
  return newLog({
    label: `Messages in ${placeWords(at)}`,
    welcome: `This is the beginning of ${at === state.direct.id ? `what ${state.bot.name} writes to you` : placeWords(at)}.`,
    press: (message, what) => click({ message: { channel: at, ts: message.ts } }, what),
    reply: (message, text) => act("say", { channel: at, under: message.ts, text }),
    useShortcut: (message, name) => useShortcut({ name, on: { channel: at, ts: message.ts } }),
  });
}

// The bot hears of each visit, as it would from Slack; while it is away there is nobody to tell.
async function openHome(key) {
  if (homeOpened === key || !state.bot.connected) return;
  homeOpened = key;
  const answer = await act("home", {});
  if (!answer.ok) fail(answer.error);
}

function showShortcuts() {
  const lines = state.shortcuts.filter(({ type }) => type === "global").map(({ name, description }) => (
    { words: name, more: description, choose: () => useShortcut({ name }) }));
  const likeness = JSON.stringify(lines);
  if (shortcuts.dataset.likeness === likeness) return;
  shortcuts.dataset.likeness = likeness;
  shortcuts.replaceChildren(...(lines.length ? [drawMenu({ label: "Shortcuts", sign: "bolt", lines })] : []));
}

function showTitle({ at, counts }) {
  const calls = Object.entries(counts).reduce((sum, [place, { messages, mentions }]) => (
    sum + (place === state.direct.id ? messages : mentions)), 0);
  document.title = `${calls ? `(${calls}) ` : ""}${placeWords(at)} · ${state.workspace.name} · Sandbox`;
}

// ---- doing something

function act(path, body) {
  return sendAndRefresh(path, { as: state.me, ...body });
}

function write(text) {
  return act(text.startsWith("/") ? "command" : "say", { channel: wanted.at, text });
}

async function useShortcut(what) {
  failure.textContent = "";
  const answer = await act("shortcut", what);
  if (!answer.ok) fail(answer.error);
}

async function click(surface, what) {
  failure.textContent = "";
  const answer = await act("click", { surface, ...what });
  if (!answer.ok) fail(answer.error);
}

function fail(words) {
  failure.textContent = words;
}

async function sendAndRefresh(path, body) {
  const answer = await send(path, body);
  await refresh();
  return answer;
}

function goTo(place) {
  wanted = place;
  history.pushState(null, "", addressOf(place));
}

function correctAddress(place) {
  wanted = place;
  history.replaceState(null, "", addressOf(place));
}

function addressOf({ me, at }) {
  return `?${new URLSearchParams({ as: me, at })}`;
}

function choosePlace(at) {
  if (at === HOME) homeOpened = null;
  goTo({ me: state.me, at });
  show();
}

function choosePerson(me) {
  goTo({ me, at: wanted.at });
  becomeOther();
}

function becomeOther() {
  forgetModals();
  homeOpened = null;
  stopListening();
  return refresh();
}

function followAddress() {
  const before = wanted;
  wanted = readAddress();
  homeOpened = null;
  if (wanted.me === before.me) show();
  else becomeOther();
}

function keepBannerInSight() {
  const banner = document.getElementById("banner");
  const measure = () => document.documentElement.style.setProperty("--banner-height", `${banner.offsetHeight}px`);
  new ResizeObserver(measure).observe(banner);
}

mountPlaces(choosePlace);
mountComposer(write);
mountClock((to) => sendAndRefresh("clock", to));
mountFaults({ read: readFaults, change: (what) => sendAndRefresh("faults", what) });
mountModals({ act, fail, focus: () => focusComposer() || content.firstElementChild?.focus() });
whoField.addEventListener("change", () => choosePerson(whoField.value));
addEventListener("popstate", followAddress);
document.addEventListener("visibilitychange", followSight);
addEventListener("pointerdown", press, { capture: true });
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, release, { capture: true });
keepBannerInSight();
begin();
