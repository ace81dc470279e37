import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

const HOW = 'No Chromium was found and none could be had: install Chromium or Chrome, or set CHROME_PATH to its program.';
const asRoot = process.getuid?.() === 0;

/**
 * Playwright's own list, of which Chromium knows nothing once it is given another one; then pages that a new window loads for its
 * address bar, which nobody sees and which cost as much time as the page of a test.
 */
const DISABLED_FEATURES = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'PreloadTopChromeWebUI',
];

/** What Chromium is started with: no traffic of its own, no pages of its own, and no sandbox for root alone, who cannot have one. */
export const CHROMIUM_ARGS = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-dev-shm-usage',
  `--disable-features=${DISABLED_FEATURES.join()}`,
  ...(asRoot ? ['--no-sandbox'] : []),
];

/**
 * The path of a Chromium that runs: `CHROME_PATH`, else an installed Chrome or Chromium, else Playwright's cache, else one is
 * installed (the distribution's package where we may, else Playwright's download). Says on stderr what it installs.
 *
 * @throws {Error} One line that says what to do.
 */
export function findChromium() {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (runs(named)) return named;
    throw new Error(`CHROME_PATH is ${named}, which does not run as a Chromium: set it to another, or unset it to have one found.`);
  }
  const found = firstThatDraws([...installed(), ...playwrightCache()]);
  if (found) return found;
  if (mayInstallDebianPackage()) {
    say('No Chromium found: installing the package "chromium" (apt-get).');
    if (apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium')) {
      const packaged = firstThatDraws(installed());
      if (packaged) return packaged;
    }
  }
  say(`No Chromium found: asking Playwright for its own (kept in ${playwrightFolder()}).`);
  const wanted = ['playwright', 'install', ...(has('apt-get') && mayInstall() ? ['--with-deps'] : []), 'chromium'];
  visibly('npx', wanted);
  const downloaded = firstThatDraws(playwrightCache());
  if (downloaded) return downloaded;
  throw new Error(HOW);
}

/** `findChromium`, ending the process with that one line when there is none. */
export function chromiumOrExit() {
  try {
    return findChromium();
  } catch (error) {
    say(error.message);
    process.exit(1);
  }
}

function installed() {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
  const onPath = names.flatMap((name) => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)));
  const usual = [
    '/opt/google/chrome/chrome',
    '/opt/chromium/chrome',
    '/usr/lib/chromium/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
      const folder = process.env[name];
      return folder ? [join(folder, 'Google/Chrome/Application/chrome.exe')] : [];
    }),
  ];
  return [...onPath, ...usual].filter((path) => existsSync(path));
}

function playwrightFolder() {
  const set = process.env['PLAYWRIGHT_BROWSERS_PATH'];
  if (set && set !== '0') return set;
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/ms-playwright');
  if (process.platform === 'win32') return join(process.env['LOCALAPPDATA'] ?? homedir(), 'ms-playwright');
  return join(homedir(), '.cache/ms-playwright');
}

/** Playwright's own revision first, then any other that is in its cache, newest first. */
function playwrightCache() {
  const folder = playwrightFolder();
  const revisions = existsSync(folder)
    ? readdirSync(folder).filter((name) => /^chromium(_headless_shell)?-\d+$/.test(name))
    : [];
  revisions.sort((a, b) => revisionOf(b) - revisionOf(a));
  const programs = [
    'chrome-linux64/chrome', 'chrome-linux/chrome', 'chrome-headless-shell-linux64/chrome-headless-shell', 'chrome-linux/headless_shell',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium', 'chrome-win64/chrome.exe', 'chrome-win/chrome.exe',
  ];
  const others = revisions.flatMap((revision) => programs.map((program) => join(folder, revision, program)));
  return [chromium.executablePath(), ...others].filter((path) => path && existsSync(path));
}

function revisionOf(name) {
  return Number(name.slice(name.lastIndexOf('-') + 1));
}

function firstThatDraws(paths) {
  return [...new Set(paths)].find((path) => runs(path) && draws(path));
}

function runs(path) {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000, stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 && /Chrom/.test(stdout);
}

/** A program that tells its version may still lack a library, or be a stub that cannot start a browser. */
function draws(path) {
  const profile = mkdtempSync(join(tmpdir(), 'paytags-chromium-'));
  try {
    const args = ['--headless=new', ...CHROMIUM_ARGS, `--user-data-dir=${profile}`, '--dump-dom', 'about:blank'];
    const { status, stdout } = spawnSync(path, args, { encoding: 'utf8', timeout: 60_000, stdio: ['ignore', 'pipe', 'ignore'] });
    return status === 0 && stdout.includes('<html');
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** On Ubuntu the package of that name only points to a snap, which has no place in containers and CI. */
function mayInstallDebianPackage() {
  if (process.platform !== 'linux' || !has('apt-get') || !existsSync('/etc/os-release')) return false;
  const release = readFileSync('/etc/os-release', 'utf8');
  if (!/^ID="?debian"?$/m.test(release)) return false;
  return mayInstall();
}

function mayInstall() {
  return asRoot || spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
}

function apt(...args) {
  const call = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args];
  return asRoot ? visibly(call[0], call.slice(1)) : visibly('sudo', ['-n', ...call]);
}

function has(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/** Its output goes to stderr, so that the path stays the only thing on stdout. */
function visibly(program, args) {
  return spawnSync(program, args, { stdio: ['ignore', 2, 2] }).status === 0;
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) process.stdout.write(`${chromiumOrExit()}\n`);
