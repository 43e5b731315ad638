-- A letter that could not be read: the run was over it, and says nothing of its links. What was known of them stays.
ALTER TABLE run_documents ADD COLUMN unread INTEGER NOT NULL DEFAULT 0;

DROP VIEW v_latest;
CREATE VIEW v_latest AS
SELECT
    documents.source, citations.note, citations.kind,
    coalesce(citations.value, urls.url) AS value, urls.url,
    findings.verdict, findings.outcome, findings.since, findings.runs,
    runs.id AS run, runs.finished_at, findings.citation
FROM findings
JOIN citations ON citations.id = findings.citation
JOIN documents ON documents.id = citations.document
JOIN runs ON runs.concluded = findings.last
LEFT JOIN urls ON urls.id = citations.url
WHERE findings.last = (
    SELECT max(r.concluded) FROM run_documents AS d JOIN runs AS r ON r.seq = d.run
    WHERE d.document = citations.document AND NOT d.unread
);
