-- Version 6: links and questions follow from the claims that are there, in whatever order they came. See docs/ledger.md.

-- tie: tells claims of one time apart, by report and assertion (ClaimMoment).
DROP TABLE claim_keys;
CREATE TABLE claim_keys (term BIGINT NOT NULL, as_of BIGINT NOT NULL, tie BIGINT NOT NULL, claim BIGINT NOT NULL, PRIMARY KEY (term, as_of, tie, claim)) {without_rowid};
CREATE INDEX claim_keys_claim ON claim_keys (claim);

-- turned: a denial of what was told after it. Whichever was told last chose the link.
DELETE FROM claim_links;
ALTER TABLE claim_links ADD COLUMN turned SMALLINT NOT NULL DEFAULT 0;

-- home: the question that a claim belongs to of itself, whatever people merged; null where people put it elsewhere, or where it is still to be made anew.
ALTER TABLE question_claims ADD COLUMN home BIGINT;
ALTER TABLE question_claims ADD COLUMN tie BIGINT NOT NULL DEFAULT 0;
DROP INDEX question_claims_time;
CREATE INDEX question_claims_time ON question_claims (question, position, as_of, tie, claim);
CREATE INDEX question_claims_home ON question_claims (home, as_of, tie, claim);
-- The last moment of the claims that its wording was made of; null while it has no more claims than these.
ALTER TABLE questions ADD COLUMN worded_to BIGINT;

INSERT INTO ledger_info (name, value) SELECT 'to_derive', '0' WHERE EXISTS (SELECT 1 FROM reports) ON CONFLICT (name) DO UPDATE SET value = '0';
