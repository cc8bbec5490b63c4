import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../src/package.js';
import { sampleReports } from './helpers.js';

const folder = join(packageRoot, 'reports');

describe('reports/', () => {
  it('is what report makes of articles/ (else run npm run docs)', async () => {
    const made = await sampleReports();
    const names = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
    const checkedIn = names
      .filter(entry => entry.isFile())
      .map(entry =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .split(sep)
          .join(posix.sep),
      );
    expect(checkedIn.toSorted()).toEqual([...made.keys()].toSorted());
    for (const [name, content] of made)
      expect(readFileSync(join(folder, name), 'utf8') === content, `${name} is out of date`).toBe(true);
  });
});
