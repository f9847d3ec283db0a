-- Run after the copy: index, sizes, then look-ups and inserts as a desk makes them. \timing shows the clock.
\timing on
SET maintenance_work_mem = '1GB';
CREATE INDEX places_grams ON places USING gin (grams) WITH (fastupdate = on);
ANALYZE places;
\timing off
SELECT count(DISTINCT report) AS reports, sum(cardinality(grams)) AS grams FROM places;
SELECT pg_size_pretty(sum(pg_table_size(relid))) AS tables, pg_size_pretty(sum(pg_indexes_size(relid))) AS indexes,
       round(sum(pg_total_relation_size(relid)) / (SELECT count(DISTINCT report) FROM places)) AS bytes_a_report,
       round(sum(pg_total_relation_size(relid)) / (SELECT sum(cardinality(grams)) FROM places), 1) AS bytes_a_gram
FROM pg_partition_tree('places') WHERE isleaf;

-- A look-up names the windows it wants, and its shard: the other leaves must not be in the plan.
EXPLAIN (ANALYZE, COSTS OFF, BUFFERS OFF, TIMING OFF)
SELECT report FROM places
WHERE day >= '2023-01-01' AND day < '2025-01-01' AND shard = 2
  AND grams && (SELECT grams FROM places_2024_2 LIMIT 1);
