// Writes what ts-fsrs makes of random histories: 1,000 with its default parameters, and 1,008 with each parameter in turn
// at its lower and its upper bound. Run it with `npm ci && npm run fsrs` after a change; the table is committed.
//
// Columns: the parameter that is changed (or "-"), its value, the reviews as grade@days, stability and difficulty after.
import { CLAMP_PARAMETERS, default_w, FSRSAlgorithm } from 'ts-fsrs';

/** The library raises a first stability below 0.1 to it; the published formula does not. */
class Algorithm extends FSRSAlgorithm {
  init_stability(grade) {
    return this.parameters.w[grade - 1];
  }
}

/** mulberry32: the same histories on every machine. */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const chance = random(20260301);

/** Same day one time in five, else from one day to half a year; mostly good. */
function history(most) {
  const reviews = [];
  const length = 2 + Math.floor(chance() * (most - 1));
  for (let i = 0; i < length; i++) {
    const days = i === 0 || chance() < 0.2 ? 0 : Math.round(1000 * Math.exp(chance() * Math.log(180))) / 1000;
    const grade = chance() < 0.5 ? 3 : 1 + Math.floor(4 * chance());
    reviews.push([grade, days]);
  }
  return reviews;
}

function row(algorithm, name, value, most) {
  const reviews = history(most);
  let memory = null;
  for (const [grade, days] of reviews) {
    memory = algorithm.next_state(memory, days, grade);
  }
  const written = reviews.map(([grade, days]) => `${grade}@${days}`).join(' ');
  console.log([name, value, written, memory.stability, memory.difficulty].join('\t'));
}

const usual = new Algorithm({});
for (let i = 0; i < 1000; i++) {
  row(usual, '-', '', 12);
}
const bounds = CLAMP_PARAMETERS(2);
for (let index = 0; index < default_w.length; index++) {
  for (const bound of bounds[index]) {
    const w = [...default_w];
    w[index] = bound;
    const bent = new Algorithm({ w });
    for (let i = 0; i < 24; i++) {
      row(bent, index, bound, 6);
    }
  }
}
