// Bundles the style sheet, the scripts and their libraries into the class path, under names that carry their hash, and
// writes the manifest by which org.nabla.web.Assets finds them. Called by Maven with the output folder as its argument.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 18;
const here = dirname(fileURLToPath(import.meta.url));
const classes = resolve(process.argv[2] ?? join(here, '../../../target/classes'));
const assets = join(classes, 'META-INF/resources/assets');
const manifest = join(classes, 'web-assets.properties');
const shipped = join(classes, 'THIRD-PARTY-WEB.txt');

/** Nothing to do when the sources are those of the manifest's first line. */
function upToDate() {
  return existsSync(assets) && existsSync(shipped) && existsSync(manifest) && readFileSync(manifest, 'utf8').startsWith(stampLine());
}

function stampLine() {
  const hash = createHash('sha256');
  for (const file of sources(here)) {
    hash.update(relative(here, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return `# ${hash.digest('hex')}\n`;
}

function sources(folder) {
  return readdirSync(folder)
    .filter((name) => name !== 'node_modules')
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? sources(path) : [path]));
}

/** The libraries exactly as locked; again only when the lock changed. Their install scripts do not run. */
function installLibraries() {
  const lock = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex');
  const installed = join(here, 'node_modules/.nabla-lock');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) {
    return;
  }
  const npm = spawnSync('npm ci --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error', {
    cwd: here,
    shell: true,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (npm.status !== 0) {
    fail('npm could not install the libraries of the pages: see its message above.');
  }
  writeFileSync(installed, lock);
}

async function bundle() {
  const { build } = await import('esbuild');
  rmSync(assets, { recursive: true, force: true });
  mkdirSync(assets, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: here,
    entryPoints: ['app.js', 'embed.js', 'app.css', 'icon.svg'],
    outdir: assets,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: ['es2020', 'safari15'],
    loader: { '.woff2': 'file', '.svg': 'copy' },
    legalComments: 'linked',
    metafile: true,
    plugins: [onlyWoff2],
    logLevel: 'warning',
  });
  writeFileSync(manifest, stampLine() + lines(metafile.outputs).join('\n') + '\n');
}

/** What the bundle is made of, as /about shows it: name, version and licence, with tabs between. */
function libraries() {
  const { packages } = JSON.parse(readFileSync(join(here, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { version, license }]) => [path.replace(/^.*node_modules\//, ''), version, license ?? ''].join('\t'))
    .sort();
}

/** One line for each file that a page may name: what it is called in the sources, and what it is called now. */
function lines(outputs) {
  return Object.entries(outputs)
    .map(([path, output]) => [source(output), basename(path)])
    .filter(([name]) => name !== undefined)
    .map(([name, hashed]) => `${name}=${hashed}`)
    .sort();
}

function source(output) {
  if (output.entryPoint) {
    return basename(output.entryPoint);
  }
  const inputs = Object.keys(output.inputs);
  return inputs.length === 1 && /\.(woff2|svg)$/.test(inputs[0]) ? basename(inputs[0]) : undefined;
}

/** KaTeX's style sheet names each font in three formats; every browser that we know reads the first. */
const onlyWoff2 = {
  name: 'only-woff2',
  setup(build) {
    build.onLoad({ filter: /katex[\\/]dist[\\/]katex\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, ''),
      loader: 'css',
    }));
  },
};

function fail(sentence) {
  console.error(`[ERROR] ${sentence}`);
  process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  fail(`Nabla needs Node.js ${OLDEST_NODE} or later to build its pages; this is ${process.versions.node}.`);
}
if (!upToDate()) {
  installLibraries();
  await bundle();
  writeFileSync(shipped, libraries().join('\n') + '\n');
}
