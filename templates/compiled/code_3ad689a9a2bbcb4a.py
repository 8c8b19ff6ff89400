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
    t_1(48)
    yield from context.blocks['转发语'][0](context)

def block_转发语(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_clause = resolve('clause')
    l_0_report_title = resolve('report_title')
    l_0_year = resolve('year')
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(48)
    yield '\x11转发语\x12'
    def macro():
        t_2 = []
        l_1_f = resolve('f')
        pass
        t_1(7)
        t_2.extend((
            '经第',
            escape(environment.finalize(context, environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '审议.届次'))),
            escape(environment.finalize(context, environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '审议.会议'))),
            '审议通过，',
        ))
        return concat(t_2)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    yield '现将《'
    yield escape(environment.finalize(context, (undefined(name='report_title') if l_0_report_title is missing else l_0_report_title)))
    yield '》转发给你们，请结合实际抓好落实，确保'
    yield escape(environment.finalize(context, (undefined(name='year') if l_0_year is missing else l_0_year)))
    yield '各项工作任务高质量完成。\n\x13'

blocks = {'转发语': block_转发语}
debug_info = '1=17&2=18&3=39'