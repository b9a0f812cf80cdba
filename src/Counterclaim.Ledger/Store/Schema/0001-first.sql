-- Version 1. Written once for both databases; {…} is filled in by the database (ILedgerDatabase.Expand).
-- Offsets count UTF-16 code units but for claims.point_start and point_end, which count code points. Times are seconds since 1970:
-- of local time as the report tells it, but for reports.added and corrections.made, which are milliseconds of UTC.

CREATE TABLE ledger_info (name TEXT PRIMARY KEY, value TEXT NOT NULL);

-- Words of small vocabularies (kinds, positions, units, acts, languages, countries…), kept once.
CREATE TABLE terms (id {key}, term TEXT NOT NULL UNIQUE);

CREATE TABLE outlets (id {key}, name TEXT NOT NULL UNIQUE, folded TEXT NOT NULL);

-- One row a report. Derived from the reading: statements, claims.
CREATE TABLE reports (
    id {key},
    report_key TEXT NOT NULL UNIQUE,
    text_hash TEXT NOT NULL UNIQUE,
    title TEXT, outlet INTEGER REFERENCES outlets, url TEXT, source TEXT NOT NULL, language INTEGER REFERENCES terms,
    published BIGINT, published_offset INTEGER, published_is_day SMALLINT NOT NULL,
    extraction INTEGER NOT NULL, reader INTEGER NOT NULL REFERENCES terms, added BIGINT NOT NULL,
    statements INTEGER NOT NULL, claims INTEGER NOT NULL);
CREATE INDEX reports_published ON reports (published, id);
CREATE INDEX reports_outlet ON reports (outlet, published, id);
CREATE INDEX reports_url ON reports (url);

-- The reading as the reader made it: its JSON form, compressed (Brotli). Everything derived can be made again from it and the corrections.
CREATE TABLE readings (report {key} REFERENCES reports, form {blob} NOT NULL);

-- The same text from other bytes: another page, another outlet.
CREATE TABLE copies (
    copy_key TEXT PRIMARY KEY, report BIGINT NOT NULL REFERENCES reports,
    title TEXT, outlet INTEGER REFERENCES outlets, url TEXT, source TEXT NOT NULL,
    published BIGINT, published_offset INTEGER, published_is_day SMALLINT NOT NULL, added BIGINT NOT NULL);
CREATE INDEX copies_report ON copies (report);

-- Actors of the ledger: each one held to be the same in all its reports. described: known by these words alone, the same in no two reports.
CREATE TABLE actors (
    id {key}, name TEXT NOT NULL, kind INTEGER NOT NULL REFERENCES terms, country INTEGER REFERENCES terms, identity TEXT UNIQUE,
    described SMALLINT NOT NULL, reports INTEGER NOT NULL, merged BIGINT, profile TEXT);
CREATE INDEX actors_reports ON actors (reports, id);
CREATE TABLE actor_keys (blocking_key TEXT NOT NULL, actor BIGINT NOT NULL, PRIMARY KEY (blocking_key, actor)) {without_rowid};
CREATE INDEX actor_keys_actor ON actor_keys (actor);
CREATE TABLE actor_names (id {key}, actor BIGINT NOT NULL REFERENCES actors, name TEXT NOT NULL, folded TEXT NOT NULL);
CREATE INDEX actor_names_folded ON actor_names (folded, actor);
CREATE INDEX actor_names_actor ON actor_names (actor);
-- Pairs that may be one, and were not joined.
CREATE TABLE actor_proposals (
    first BIGINT NOT NULL, second BIGINT NOT NULL, score {real} NOT NULL, signs TEXT NOT NULL, PRIMARY KEY (first, second)) {without_rowid};

-- One actor of one report.
CREATE TABLE report_actors (
    report BIGINT NOT NULL REFERENCES reports, local TEXT NOT NULL, actor BIGINT NOT NULL REFERENCES actors,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, mentions INTEGER NOT NULL,
    name TEXT NOT NULL, kind INTEGER NOT NULL, country INTEGER, role TEXT, identity TEXT,
    PRIMARY KEY (report, local)) {without_rowid};
CREATE INDEX report_actors_actor ON report_actors (actor, report);

CREATE TABLE places (
    id {key}, signature TEXT NOT NULL UNIQUE, place_key TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, kind INTEGER NOT NULL REFERENCES terms,
    country INTEGER REFERENCES terms, latitude {real}, longitude {real}, radius_km {real}, gazetteer TEXT, container TEXT, container_folded TEXT,
    reports INTEGER NOT NULL);
CREATE INDEX places_key ON places (place_key);
CREATE INDEX places_reports ON places (reports, id);
CREATE INDEX places_folded ON places (folded);
CREATE INDEX places_container ON places (container_folded);
CREATE TABLE report_places (
    place BIGINT NOT NULL REFERENCES places, report BIGINT NOT NULL REFERENCES reports, times INTEGER NOT NULL, PRIMARY KEY (place, report)) {without_rowid};
CREATE INDEX report_places_report ON report_places (report);

CREATE TABLE statements (
    id {key}, report BIGINT NOT NULL REFERENCES reports, local TEXT NOT NULL, via BIGINT,
    holder TEXT, actor BIGINT, name TEXT NOT NULL, mode INTEGER NOT NULL, act INTEGER NOT NULL, held_back SMALLINT NOT NULL, addressee TEXT, channel TEXT,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, passage BIGINT NOT NULL, as_of BIGINT NOT NULL,
    said_words TEXT, said_value TEXT, said_from BIGINT, said_to BIGINT, said_granularity INTEGER, said_modifier INTEGER,
    confidence {real} NOT NULL);
CREATE UNIQUE INDEX statements_report ON statements (report, local);
CREATE INDEX statements_actor ON statements (actor, id);
CREATE INDEX statements_as_of ON statements (as_of, id);

CREATE TABLE claims (
    id {key}, report BIGINT NOT NULL REFERENCES reports, local TEXT NOT NULL, kind INTEGER NOT NULL,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, point_start INTEGER NOT NULL, point_end INTEGER NOT NULL, passage BIGINT NOT NULL, exact TEXT NOT NULL,
    statement BIGINT, agent TEXT, patient TEXT,
    place BIGINT, place_role INTEGER, place_precision INTEGER, relation INTEGER, relation_words TEXT, relation_latitude {real}, relation_longitude {real}, relation_radius_km {real},
    pin_latitude {real}, pin_longitude {real},
    meant_words TEXT, meant_value TEXT, meant_from BIGINT, meant_to BIGINT, meant_granularity INTEGER, meant_modifier INTEGER,
    as_of BIGINT NOT NULL, as_of_end BIGINT NOT NULL,
    quantity {real}, quantity_to {real}, bound INTEGER, approximate SMALLINT, unit INTEGER,
    position INTEGER, polarity INTEGER NOT NULL, certainty INTEGER NOT NULL, voice INTEGER NOT NULL, stance INTEGER NOT NULL, act INTEGER, mode INTEGER,
    confidence {real}, loaded TEXT, review INTEGER NOT NULL, corrected SMALLINT NOT NULL);
CREATE UNIQUE INDEX claims_report ON claims (report, local);
CREATE INDEX claims_as_of ON claims (as_of, id);
CREATE INDEX claims_kind ON claims (kind, as_of, id);
CREATE INDEX claims_place ON claims (place, kind, as_of, id);
CREATE INDEX claims_pin ON claims (pin_latitude, pin_longitude) WHERE pin_latitude IS NOT NULL;
CREATE INDEX claims_meant ON claims (meant_from, meant_to) WHERE meant_from IS NOT NULL;
-- What filters ask most, in one narrow index: a filter without another key reads it from end to end.
CREATE INDEX claims_facets ON claims (certainty, voice, stance, act, mode, polarity, review, position, kind, as_of, id);
CREATE INDEX claims_passage ON claims (passage);

-- Who stands in a claim, and as what: agent, patient, teller.
CREATE TABLE claim_actors (actor BIGINT NOT NULL, role SMALLINT NOT NULL, claim BIGINT NOT NULL, PRIMARY KEY (actor, claim, role)) {without_rowid};
CREATE INDEX claim_actors_claim ON claim_actors (claim);

CREATE TABLE report_links (report BIGINT NOT NULL, from_local TEXT NOT NULL, to_local TEXT NOT NULL, relation INTEGER NOT NULL);
CREATE INDEX report_links_report ON report_links (report);

CREATE TABLE consequences (
    id {key}, report BIGINT NOT NULL REFERENCES reports, ordinal INTEGER NOT NULL,
    cause_start INTEGER NOT NULL, cause_end INTEGER NOT NULL, effect_start INTEGER NOT NULL, effect_end INTEGER NOT NULL,
    relation INTEGER NOT NULL, certainty INTEGER NOT NULL, statement BIGINT);
CREATE INDEX consequences_report ON consequences (report, ordinal);

-- What people changed: only ever added to. An entry that undoes another names it.
CREATE TABLE corrections (
    id {key}, author TEXT NOT NULL, made BIGINT NOT NULL, reason TEXT, action TEXT NOT NULL,
    report TEXT, span_start INTEGER, span_end INTEGER, exact TEXT, item TEXT, kind TEXT, field TEXT, new_value TEXT, old_value TEXT, undoes BIGINT);
CREATE INDEX corrections_report ON corrections (report, id);

{words passage_words}
{words claim_words}
{words actor_words}
{words place_words}
