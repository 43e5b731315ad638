-- Written by a program of schema 5: a finished run, and one that was interrupted after its first result.

INSERT INTO runs VALUES (1, 'r1', '8fdd674c44c3c4ae3015530cf6a289a2fe4506ed08cb2fc4a8e1027b70c44d84', '2026-11-21T12:00:00.000000Z', '2026-11-21T12:01:00.000000Z', 1, '1.0');
INSERT INTO runs VALUES (2, 'r2', '8fdd674c44c3c4ae3015530cf6a289a2fe4506ed08cb2fc4a8e1027b70c44d84', '2026-11-22T12:00:00.000000Z', NULL, NULL, '1.0');
INSERT INTO documents VALUES (1, 'letters/lake.txt', 'text/plain', 'A letter', '2026-11-21T12:00:00.000000Z');
INSERT INTO run_documents VALUES (1, 1, 0);
INSERT INTO run_documents VALUES (1, 2, 0);
INSERT INTO urls VALUES (1, 'https://www.example.org/en/news/2022/05/a-statement-on-the-water-levels-of-the-northern-lake');
INSERT INTO citations VALUES ('c1', 1, 1, 'url', 'note', '1', NULL, 'https://www.example.org/en/news/2022/05/ a-statement-on-the-water-levels-of-the-northern-lake');
INSERT INTO results VALUES (1, '{"evidence":["200 text/html","the title matches the cited one"],"confirmed":true,"final_url":"'||char(26)||'","redirects":[{"url":"http://www.example.org/en","status_code":301},{"url":"'||char(26)||'","status_code":302}],"title":"A statement on the water levels | Example Board","headings":["A statement on the water levels"],"media_type":"text/html","answered":true}');
INSERT INTO results VALUES (2, '{"snapshot":{"timestamp":"20220529010203","url":"https://web.archive.org/web/20220529010203/'||char(26)||'","status_code":200,"days_from_citation":1},"stable_around_citation":true,"evidence":["12 captures from 2022-05-28 to 2024-01-02"],"answered":true,"title":"A statement on the water levels"}');
INSERT INTO results VALUES (3, '{"title_similarity":0.97,"similarity":0.91,"drift":"edited","quotes":[{"text":"the lowest level in forty years","found":"both"}]}');
INSERT INTO checks VALUES (1, 1, 'ok', 200, '2026-11-21T12:00:00.000000Z', 321, 2, 'abababababababababababababababababababababababababababababababab', '"6f-2a"', 'Sat, 21 Nov 2026 12:00:00 GMT', 1);
INSERT INTO checks VALUES (1, 2, 'timeout', 200, '2026-11-22T12:00:00.000000Z', 321, 2, 'abababababababababababababababababababababababababababababababab', '"6f-2a"', 'Sat, 21 Nov 2026 12:00:00 GMT', 1);
INSERT INTO archive_checks VALUES (1, 'web.archive.org', '2022-05-28', 1, 'archived', '2026-11-21T12:00:00.000000Z', '20220529010203', 2);
INSERT INTO contents VALUES (1, 'question', 1, '2026-11-21T12:00:00.000000Z', 3);
INSERT INTO findings VALUES ('c1', 1, 1, 1, 'ok', 'ok', '2026-11-21T12:00:00.000000Z', 1, 'c0ffee000001', 'accept');
INSERT INTO saves VALUES (1, 'web.archive.org', 1, '2026-11-21T12:00:30.000000Z', 'spn2-0123456789abcdef', 'saved', NULL, '20261121120042');
