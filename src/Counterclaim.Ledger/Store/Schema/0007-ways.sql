-- Version 7: the ends of a way. See docs/ledger.md.

-- [["Velm", 52.5, 5.25], ["Harsk", 52.75, 5.5]]: name, degrees north and east of both ends of "the road from A to B"; null for what is no way between two located places.
ALTER TABLE claims ADD COLUMN relation_ends TEXT;

INSERT INTO ledger_info (name, value) SELECT 'to_derive', '0' WHERE EXISTS (SELECT 1 FROM claims c JOIN terms t ON t.id = c.relation WHERE t.term = 'route') ON CONFLICT (name) DO UPDATE SET value = '0';
