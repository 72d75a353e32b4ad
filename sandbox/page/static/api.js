// The sandbox's JSON API. Every answer comes back as a value with `ok`; a failure carries words for the person.

const LONGEST_ANSWER_MS = 15_000;
const LONGEST_WAIT_FOR_CHANGES_MS = 30_000;

const UNREACHABLE = "The sandbox is not answering. What you typed is still here; please try again.";
const UNCLEAR = "The sandbox gave an answer that this page cannot read. What you typed is still here.";

export function readState(me) {
  return ask(`/sandbox/state${me ? `?as=${encodeURIComponent(me)}` : ""}`, { deadline: LONGEST_ANSWER_MS });
}

export function readFaults() {
  return ask("/sandbox/faults", { deadline: LONGEST_ANSWER_MS });
}

export function waitForChanges({ since, me, signal }) {
  const query = new URLSearchParams({ since, as: me });
  return ask(`/sandbox/changes?${query}`, { deadline: LONGEST_WAIT_FOR_CHANGES_MS, signal });
}

export function send(path, body) {
  return ask(`/sandbox/${path}`, {
    deadline: LONGEST_ANSWER_MS,
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function ask(address, { deadline, signal, ...request }) {
  const signals = [signal, AbortSignal.timeout(deadline)].filter(Boolean);
  let response;
  try {
    response = await fetch(address, { ...request, cache: "no-store", signal: AbortSignal.any(signals) });
  } catch {
    return { ok: false, error: UNREACHABLE, unreachable: true };
  }
  return readAnswer(response);
}

async function readAnswer(response) {
  let answer;
  try {
    answer = await response.json();
  } catch {
    return { ok: false, error: UNCLEAR, unreachable: true };
  }
  if (response.ok) return { ok: true, ...answer };
  return { error: UNCLEAR, ...answer, ok: false };
}
