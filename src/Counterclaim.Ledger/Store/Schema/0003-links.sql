-- Version 3: how claims of different reports stand to each other, and the questions they answer. See docs/ledger.md.

-- What surrounds a claim in its report (ClaimSetting), as JSON; null where nothing does.
ALTER TABLE claims ADD COLUMN setting TEXT;

-- Hashes of the keys (ComparisonKeys) by which claims that may concern each other are found, in order of time.
CREATE TABLE claim_keys (term BIGINT NOT NULL, as_of BIGINT NOT NULL, claim BIGINT NOT NULL, PRIMARY KEY (term, as_of, claim)) {without_rowid};
CREATE INDEX claim_keys_claim ON claim_keys (claim);

-- From the later claim, or the one that reacts, to the earlier one.
CREATE TABLE claim_links (
    id {key}, later BIGINT NOT NULL REFERENCES claims, earlier BIGINT NOT NULL REFERENCES claims, relation INTEGER NOT NULL, rule INTEGER NOT NULL, reason TEXT NOT NULL, as_of BIGINT NOT NULL);
CREATE UNIQUE INDEX claim_links_later ON claim_links (later, earlier);
CREATE INDEX claim_links_earlier ON claim_links (earlier);
CREATE INDEX claim_links_relation ON claim_links (relation, as_of, id);
CREATE INDEX claim_links_as_of ON claim_links (as_of, id);

-- Matters that claims are about; a question where they answer it in two ways, or several answer alike (shown). matter: of states, what they are the state of.
-- weight: the order of the list, contested first, then those with most origins. merged: a matter found to be an older one; joined: put to another question by people. title: people's wording. window_…: the time its claims tell of, told: whether they say so themselves.
CREATE TABLE questions (
    id {key}, matter TEXT UNIQUE, kind INTEGER NOT NULL, wording TEXT, title TEXT, shown SMALLINT NOT NULL, dismissed SMALLINT NOT NULL, joined BIGINT, merged BIGINT,
    contested {real} NOT NULL, weight {real} NOT NULL, origins INTEGER NOT NULL, claims INTEGER NOT NULL, apart INTEGER NOT NULL,
    window_from BIGINT, window_to BIGINT, told SMALLINT NOT NULL, first_as_of BIGINT NOT NULL, last_as_of BIGINT NOT NULL);
CREATE INDEX questions_weight ON questions (shown, dismissed, weight, id);
CREATE INDEX questions_newest ON questions (shown, dismissed, last_as_of, id);
CREATE INDEX questions_joined ON questions (joined) WHERE joined IS NOT NULL;

-- Which question a claim answers, and how. position: 0 where it commits to nothing.
CREATE TABLE question_claims (
    claim {key}, question BIGINT NOT NULL REFERENCES questions, position BIGINT NOT NULL, origin BIGINT NOT NULL, as_of BIGINT NOT NULL,
    window_from BIGINT, window_to BIGINT, told SMALLINT NOT NULL);
CREATE INDEX question_claims_position ON question_claims (question, position, origin);
CREATE INDEX question_claims_time ON question_claims (question, position, as_of, claim);
CREATE TABLE question_positions (
    question BIGINT NOT NULL REFERENCES questions, position BIGINT NOT NULL, first_claim BIGINT NOT NULL, claims INTEGER NOT NULL, origins INTEGER NOT NULL,
    since BIGINT NOT NULL, last BIGINT NOT NULL, PRIMARY KEY (question, position)) {without_rowid};

INSERT INTO ledger_info (name, value) SELECT 'to_derive', '0' WHERE EXISTS (SELECT 1 FROM reports) ON CONFLICT (name) DO UPDATE SET value = '0';
