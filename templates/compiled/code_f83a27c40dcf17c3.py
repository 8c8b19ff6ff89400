from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'macros.md.j2'

def root(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_teams = missing
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_2 = environment.filters[' holds']
    except KeyError:
        @internalcode
        def t_2(*unused):
            raise TemplateRuntimeError("No filter named ' holds' found.")
    try:
        t_3 = environment.filters[' lacks']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named ' lacks' found.")
    try:
        t_4 = environment.filters[' missing']
    except KeyError:
        @internalcode
        def t_4(*unused):
            raise TemplateRuntimeError("No filter named ' missing' found.")
    pass
    t_1(17)
    yield '\n'
    def macro(l_1_rows):
        t_5 = []
        if l_1_rows is missing:
            l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
        pass
        t_1(16)
        l_2_loop = missing
        for l_2_t, l_2_loop in LoopContext(l_1_rows, undefined):
            l_2_anchor = resolve('anchor')
            _loop_vars = {}
            pass
            t_1(16)
            t_5.extend((
                '\n### ',
                escape(environment.finalize(context, environment.call(context, (undefined(name='anchor') if l_2_anchor is missing else l_2_anchor), l_2_t, _loop_vars=_loop_vars))),
                escape(environment.finalize(context, environment.getattr(l_2_t, '名称'))),
                '，牵头部门',
            ))
            if t_3(environment.getattr(l_2_t, '说明')):
                pass
                t_5.append(
                    escape(environment.finalize(context, t_4(None))),
                )
            elif t_2(None):
                pass
                t_5.extend((
                    '（',
                    escape(environment.finalize(context, environment.getattr(l_2_t, '说明'))),
                    '）',
                ))
            t_5.extend((
                '：\n\n',
                escape(environment.finalize(context, environment.call(context, (undefined(name='anchor') if l_2_anchor is missing else l_2_anchor), l_2_t, _loop_vars=_loop_vars))),
                escape(environment.finalize(context, environment.getattr(l_2_t, '牵头部门'))),
                escape(environment.finalize(context, (t_4(None) if t_3(environment.getattr(l_2_loop, 'last')) else ('。' if t_2(None) else '；')))),
                '\n',
            ))
        l_2_loop = l_2_t = l_2_anchor = missing
        return concat(t_5)
    context.exported_vars.add('teams')
    context.vars['teams'] = l_0_teams = Macro(environment, macro, 'teams', ('rows',), False, False, False, context.eval_ctx.autoescape)

blocks = {}
debug_info = '1=36&4=38&5=45&7=52&9=70'