import { claim } from './claim.ts';

// One classic script that defines every tag; what it imports is evaluated only after the page is ours, and exports to nobody.
if (claim()) void import('./define/pix-qr.ts');
