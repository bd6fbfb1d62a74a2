// Lighthouse's four scores for the report's page, as a phone sees it.
//
//     node tests/bench/lighthouse.mjs [FOLDER [PAGE]]     a built site and one of its pages
//
// Without a folder the report is built. The server compresses as real hosts do. A score under its limit makes the exit
// code 1. Needs `npm install` in this folder.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import * as chrome from "chrome-launcher";
import lighthouse from "lighthouse";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LIMITS = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".json": "application/json", ".txt": "text/plain" };
const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

function build() {
  const folder = mkdtempSync(join(tmpdir(), "lighthouse-"));
  execFileSync("python3", ["build.py", "--output", join(folder, "site"), "--no-cache", "--quiet"], { cwd: ROOT });
  process.on("exit", () => rmSync(folder, { recursive: true }));
  return join(folder, "site");
}

function serve(folder) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    try {
      const data = brotliCompressSync(readFileSync(join(folder, path)));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream", "content-encoding": "br", "cache-control": "max-age=600" });
      response.end(data);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

const folder = process.argv[2] ?? build();
const page = process.argv[3] ?? "report/index.html";
const server = await serve(folder);
const browser = await chrome.launch({ chromePath: process.env.CHROME_PATH ?? "/usr/bin/chromium", chromeFlags: FLAGS });
const { lhr } = await lighthouse(`http://127.0.0.1:${server.address().port}/${page}`, { port: browser.port, logLevel: "error" });
await browser.kill();
server.close();

let kept = true;
for (const [name, limit] of Object.entries(LIMITS)) {
  const score = Math.round(lhr.categories[name].score * 100);
  kept &&= score >= limit;
  console.log(`${name.padEnd(16)} ${score} (at least ${limit})`);
}
for (const name of ["largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"])
  console.log(`${name.padEnd(26)} ${lhr.audits[name].displayValue}`);
for (const audit of Object.values(lhr.audits))
  if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode === "binary") console.log(`- ${audit.id}: ${audit.title}`);
process.exitCode = kept ? 0 : 1;
