-- Whoever signs electronically does it as oneself: an admin says whose account that is. One account may stand for
-- several lines, such as a.n. and Plh. of the same secretary.

alter table signatory add account_id uuid references account (id);
