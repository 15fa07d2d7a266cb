-- Persons who asked the district to be erased, while their village has not answered. The row is hidden at once.

create table erasure_wish (
    node        text collate "C" not null,
    resident_id uuid             not null,
    ground      text collate "C" not null,
    asked_at    timestamptz      not null,
    asked_by    text             not null,
    -- the village has erased the person, or says why not
    answered_at timestamptz,
    refusal     text collate "C",
    primary key (node, resident_id)
);

create index erasure_wish_open on erasure_wish (node) where answered_at is null;

comment on table erasure_wish is 'Wishes to be erased that reached the district, and what the village answered.';
