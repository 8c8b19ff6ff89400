from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'letter.md.j2'

def root(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(20)
    yield from context.blocks['呈报语'][0](context)

def block_呈报语(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_report_title = resolve('report_title')
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(20)
    yield '\x11呈报语\x12现将《'
    yield escape(environment.finalize(context, (undefined(name='report_title') if l_0_report_title is missing else l_0_report_title)))
    yield '》随文上报，请审阅。\n\x13'

blocks = {'呈报语': block_呈报语}
debug_info = '1=17&2=18&3=37'