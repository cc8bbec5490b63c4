/** What an audit of the sources of terminology found; in `lexicons/README.md` after how words match. */
export const SOURCE_AUDIT = `
## Audit of sources

On 26 November 2026, sixty of the 728 labels of the terminology lexicons were drawn by a seeded shuffle (\`node test/draw-sources.mjs\`,
seed 20261126, at commit 01a3b0d). For each, does what is cited say what it is cited for? One reader judged, who had written most
of these sources; no second one did. Read were the excerpts of up to 2,000 characters that a stored collection of web pages gives,
not whole pages, and some of its addresses are copies of the page. 25 of the confirmed were judged by notes taken when they were
cited, the same day.

| verdict | labels | which, and why |
| --- | ---: | --- |
| confirmed | 43 | |
| plausible | 12 | law-abiding-gun-owners (said law-abiding citizens), palestine (not found again), terror-attack (says terrorist organization), massacre (massacre site), liberators (an essay), citizen-children (US-born children), limits-on-cooperation (not found again), taxing-the-rich (the same share), anti-trans (a comment in a forum), gender-recognition (sister pages say so), breakaway and immigrants of Cyprus (no address) |
| partly wrong | 4 | war-on-energy (the page had no such words), criminal-misuse (speaks of monsters and predators), pristina (an author’s first name that the page does not give), wealth-tax (spoke of tax rises) |
| vague | 1 | government of Ukraine (in use throughout since 2014) |

The partly wrong and the vague, and law-abiding-gun-owners, have been mended since, and the years of pages that are known
to give none were taken out.
`;
