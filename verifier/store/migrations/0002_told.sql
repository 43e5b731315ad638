-- What a run told beside verdict and outcome: whether a copy was known (null: not asked), the digest of the evidence that
-- decisions rest on, and the decision that held. They follow the newest run of a row.
ALTER TABLE findings ADD COLUMN archived INTEGER;
ALTER TABLE findings ADD COLUMN evidence TEXT;
ALTER TABLE findings ADD COLUMN decision TEXT;

DROP VIEW v_changed;
CREATE VIEW v_changed AS
SELECT
    latest.source, latest.note, latest.value, latest.url,
    was.verdict AS was_verdict, was.outcome AS was_outcome, was.archived AS was_archived,
    latest.verdict, latest.outcome, now.archived, latest.run, latest.finished_at, latest.citation
FROM v_latest AS latest
JOIN runs ON runs.id = latest.run
JOIN findings AS now ON now.citation = latest.citation AND now.first = runs.concluded
LEFT JOIN findings AS was ON was.citation = latest.citation
    AND was.first = (SELECT max(f.first) FROM findings AS f WHERE f.citation = latest.citation AND f.first < now.first);
