-- Version 5: where a claim is set. See docs/ledger.md.

-- The place the clause names; of a count that names none, or no more than a country, the one that the words before it name, as comparing takes it.
ALTER TABLE claims ADD COLUMN set_at BIGINT;
DROP INDEX claims_place;
CREATE INDEX claims_place ON claims (set_at, as_of, id, review, kind);

INSERT INTO ledger_info (name, value) SELECT 'to_derive', '0' WHERE EXISTS (SELECT 1 FROM reports) ON CONFLICT (name) DO UPDATE SET value = '0';
