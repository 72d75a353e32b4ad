// What each person has seen, kept in this browser.

const NOTHING = "0";

export function unreadCounts(state) {
  const seen = read(state.me);
  const counts = {};
  for (const [place, messages] of Object.entries(state.messages)) {
    const fresh = messages.filter(({ ts }) => Number(ts) > Number(seenIn(seen, place, state)));
    counts[place] = { messages: fresh.length, mentions: fresh.filter(({ mentions_me: mine }) => mine).length };
  }
  return counts;
}

export function markSeen(state, place) {
  const latest = state.messages[place]?.at(-1);
  const seen = read(state.me);
  if (!latest || seen[place] === latest.ts) return;
  write(state.me, { ...seen, [place]: latest.ts });
}

// A mark from the future is left over from a workspace that was started afresh.
function seenIn(seen, place, { now }) {
  const mark = seen[place] ?? NOTHING;
  return Number(mark) * 1000 > Date.parse(now) + 60_000 ? NOTHING : mark;
}

function read(me) {
  try {
    return JSON.parse(localStorage.getItem(`sandbox-seen-${me}`)) ?? {};
  } catch {
    return {};
  }
}

function write(me, seen) {
  try {
    localStorage.setItem(`sandbox-seen-${me}`, JSON.stringify(seen));
  } catch {
    // A browser that keeps nothing shows everything as new after a reload; nothing else depends on it.
  }
}
