-- Version 8: claims of somebody to whom something is done, and claims of a kind by report. See docs/ledger.md.

CREATE INDEX claims_done_to ON claims (as_of, id, review) WHERE patient IS NOT NULL OR patient_words IS NOT NULL;
CREATE INDEX claims_kind_report ON claims (kind, report, review);
