-- Which event of the district a finding is about: what it offers again, since nobody has decided yet, is found once.

alter table fork_finding
    add column epoch int,
    add column sequence bigint;
