import type { PaymentLife } from '../payment-life.ts';
import { sayingOf } from './phases.ts';
import { troubleSaying, waitingWords } from './waiting.ts';

/** Says the state aloud, once, in the words that are shown; a final failure as an alert. */
export function sayState(life: PaymentLife): void {
  const { host, speech, states, problem, watch } = life;
  const { status, message } = host.payment;
  const saying = sayingOf(life);
  if (saying) {
    const text = [`${saying[0]}.`, saying[1], message].filter(Boolean).join(' ');
    speech.say(text, problem?.code ?? status, problem || status !== 'failed' ? undefined : speech.alarm);
  } else if (watch.doubt) speech.say(states.checking, 'doubt');
  else if (status === 'pending') speech.say(waitingWords(life), status);
  else if (status === 'creating') speech.say(states.creating, status);
}

/** Says once that the server cannot be reached, while a code waits for its answer. */
export function sayTrouble(life: PaymentLife): void {
  const [title, text] = (life.host.status === 'pending' && troubleSaying(life)) || [];
  if (title) life.speech.say(`${title}. ${text}`, navigator.onLine ? 'trouble' : 'offline');
}
