-- Requests for letters that not every officer is to see.

alter table request
    -- as the letter type said when it was asked for
    add confidential boolean not null default false;

-- the only type of the catalogue that asks for it
update request set confidential = true where kind = 'CERAI';
