-- The form with which a template was made: a form that arrives twice, as after a double click, makes one template.
alter table template add column form uuid;

create unique index template_form on template (author_id, form);
