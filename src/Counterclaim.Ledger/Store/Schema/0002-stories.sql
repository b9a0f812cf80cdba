-- Version 2: which reports print one text, which tell of one happening. See docs/ledger.md.

-- Fingerprints of texts (TextMarks): each mark with the few reports that had it first; copies of a text bring only what it did not have.
CREATE TABLE text_marks (mark BIGINT NOT NULL, report BIGINT NOT NULL, PRIMARY KEY (mark, report)) {without_rowid};

-- That a report's text is an earlier one's, or has a part of it, with what the rule measured (TextTie).
CREATE TABLE text_ties (
    report BIGINT NOT NULL REFERENCES reports, earlier BIGINT NOT NULL REFERENCES reports, relation INTEGER NOT NULL REFERENCES terms,
    share {real} NOT NULL, earlier_share {real} NOT NULL, sentences INTEGER NOT NULL, added INTEGER NOT NULL, dropped INTEGER NOT NULL, quotation SMALLINT NOT NULL,
    PRIMARY KEY (report, earlier)) {without_rowid};
CREATE INDEX text_ties_earlier ON text_ties (earlier, report);

-- The first report that printed this one's text; null where it is itself the first.
ALTER TABLE reports ADD COLUMN first_print BIGINT;
CREATE INDEX reports_first_print ON reports (first_print) WHERE first_print IS NOT NULL;
-- The first report that printed a claim's sentence; null where its own did.
ALTER TABLE claims ADD COLUMN origin BIGINT;

-- Happenings. A story that was found to be an older one leads to it (merged) and has no reports of its own. Times are seconds as in reports.published.
CREATE TABLE stories (
    id {key}, title TEXT, first BIGINT, last BIGINT, reports INTEGER NOT NULL, merged BIGINT, terms {blob} NOT NULL);
CREATE INDEX stories_reports ON stories (reports, id);
CREATE INDEX stories_last ON stories (last, id);
ALTER TABLE reports ADD COLUMN story BIGINT;
-- How near it is to its story, 0 to 1, and what it shares with it, in words; null for a story's first report.
ALTER TABLE reports ADD COLUMN story_score {real};
ALTER TABLE reports ADD COLUMN story_reason TEXT;
CREATE INDEX reports_story ON reports (story, id);
-- The weightiest terms of a story's reports, by the days they were published in: under each the first few stories.
CREATE TABLE story_keys (term BIGINT NOT NULL, days INTEGER NOT NULL, story BIGINT NOT NULL, PRIMARY KEY (term, days, story)) {without_rowid};
-- How many reports have a term; under 0 how many were counted.
CREATE TABLE story_words (term {key}, reports INTEGER NOT NULL);

-- A ledger that was there before: from which report on rows of this version are still to be made.
INSERT INTO ledger_info (name, value) SELECT 'to_derive', '0' WHERE EXISTS (SELECT 1 FROM reports);
