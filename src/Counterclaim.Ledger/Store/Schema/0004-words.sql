-- Version 4: the words that fill a claim's slots; what lists ask most of questions and links, kept beside them. See docs/ledger.md.

-- The words of agent and patient, whether or not they name an actor, and where they begin: in UTF-16 code units, and in code points.
ALTER TABLE claims ADD COLUMN agent_words TEXT;
ALTER TABLE claims ADD COLUMN agent_start INTEGER;
ALTER TABLE claims ADD COLUMN agent_point INTEGER;
ALTER TABLE claims ADD COLUMN patient_words TEXT;
ALTER TABLE claims ADD COLUMN patient_start INTEGER;
ALTER TABLE claims ADD COLUMN patient_point INTEGER;
-- Words of slots that name no actor (claim × 2, and 1 for the patient).
{words slot_words}

-- Lists are counted from these alone, without the rows: each holds what its filter is asked together with.
DROP INDEX claims_kind;
CREATE INDEX claims_kind ON claims (kind, as_of, id, review, position, certainty, stance, voice, place);
DROP INDEX claims_place;
CREATE INDEX claims_place ON claims (place, as_of, id, review, kind);
DROP INDEX claims_meant;
CREATE INDEX claims_meant ON claims (meant_from, meant_to, review, as_of) WHERE meant_from IS NOT NULL;
CREATE INDEX claims_quantity ON claims (quantity, quantity_to, review, as_of) WHERE quantity IS NOT NULL;

-- Kind and place of both ends of a link.
ALTER TABLE claim_links ADD COLUMN later_kind INTEGER;
ALTER TABLE claim_links ADD COLUMN later_place BIGINT;
ALTER TABLE claim_links ADD COLUMN earlier_kind INTEGER;
ALTER TABLE claim_links ADD COLUMN earlier_place BIGINT;
DROP INDEX claim_links_relation;
CREATE INDEX claim_links_relation ON claim_links (relation, as_of, id, later_kind, later_place, earlier_kind, earlier_place);
DROP INDEX claim_links_as_of;
CREATE INDEX claim_links_as_of ON claim_links (as_of, id, later_kind, later_place, earlier_kind, earlier_place);

-- How many claims that answer a question are set at a place.
CREATE TABLE question_places (place BIGINT NOT NULL, question BIGINT NOT NULL, claims INTEGER NOT NULL, PRIMARY KEY (place, question)) {without_rowid};
CREATE INDEX question_places_question ON question_places (question);

INSERT INTO ledger_info (name, value) SELECT 'to_derive', '0' WHERE EXISTS (SELECT 1 FROM reports) ON CONFLICT (name) DO UPDATE SET value = '0';
