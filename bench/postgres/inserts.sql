-- One report: four rows, one a shard, in one transaction.
\set asked random(0, 49999)
INSERT INTO places SELECT 100000000 + :asked, '2024-12-31', shard, grams FROM asked WHERE number = :asked;
