-- One report against its own and the year before: four look-ups, one a shard, all of its grams at once.
\set asked random(0, 49999)
WITH mine AS MATERIALIZED (
    SELECT shard, grams FROM asked WHERE number = :asked
)
SELECT sum(n) FROM mine, LATERAL (
    SELECT count(*) AS n FROM places p
    WHERE p.day >= '2023-01-01' AND p.day < '2025-01-01' AND p.shard = mine.shard AND p.grams && mine.grams
) found;
