import { bank, draw, forget, read, startBank } from './bank.js';
import { hush, startHappenings } from './happenings.js';
import { startKnows } from './knows.js';
import { startLog } from './log.js';
import { startLooks, startViews } from './looks.js';
import { byId } from './make.js';
import { drawShop, onShop, show, showFormFilling, startShop, tag } from './shop.js';
import { drawSnippet, startSnippet } from './snippet.js';

const ticket = byId('ticket');

startLog(ticket);
startKnows();
startShop();
startBank();
startHappenings();
startSnippet();
startViews();
startLooks(() => {
  drawShop();
  drawSnippet();
  draw();
});

onShop(() => {
  drawSnippet();
  hush();
  if (bank().code && bank().code !== tag()?.payment?.pix?.code) forget();
});

ticket.addEventListener('payment-status', (event) => {
  showFormFilling(event.status === 'idle');
  const code = event.payment.pix?.code ?? event.target.code;
  if (event.status === 'pending' && code) read(code);
});

await show('checkout');
