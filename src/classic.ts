import { claim } from './claim.ts';

// One classic script with every tag: what it imports is evaluated only after the page is ours.
if (claim()) void import('./all.ts');
