"""Judges the mentions that `parallax mentions` prints with NewsSentiment (Hamborg and Donnay 2021, EACL).

    pip install NewsSentiment
    parallax mentions articles > mentions.jsonl
    python3 newssentiment.py < mentions.jsonl > scores.jsonl
    parallax report articles --scores scores.jsonl

Reads one JSON object a line from standard input, with `id`, `text` (a sentence), `start` and `end` of the mention in
it, in UTF-16 code units; prints a line that names the scorer, then three probabilities for each mention.
"""

import json
import sys
from importlib.metadata import version


def split(text, start, end):
    """The text before a mention, the mention and the text after it. Offsets are UTF-16; Python counts code points."""
    units = text.encode("utf-16-le")
    return [part.decode("utf-16-le") for part in (units[: 2 * start], units[2 * start : 2 * end], units[2 * end :])]


def main():
    rows = [json.loads(line) for line in sys.stdin if line.strip()]
    from NewsSentiment import TargetSentimentClassifier

    classifier = TargetSentimentClassifier()
    print(json.dumps({"scorer": "NewsSentiment", "version": version("NewsSentiment")}))
    for row in rows:
        found = classifier.infer_from_text(*split(row["text"], row["start"], row["end"]))
        scores = {each["class_label"]: float(each["class_prob"]) for each in found}
        print(json.dumps({"id": row["id"], "start": row["start"], "end": row["end"], **scores}), flush=True)


if __name__ == "__main__":
    main()
