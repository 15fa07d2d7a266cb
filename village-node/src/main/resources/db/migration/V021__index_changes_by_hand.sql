-- The home page shows what people changed last, also right after an import of the whole village.
create index field_change_by_form on field_change (id desc) where source = 'form';
