from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'macros.md.j2'

def root(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_doc = l_0_docs = l_0_alike = l_0_titles = l_0_meetings = l_0_visit = l_0_visits = l_0_activity = l_0_activity_body = l_0_activities = l_0_named_only = l_0_some = l_0_named = l_0_nothing = l_0_people = l_0_talents = l_0_terms = l_0_fund_uses = l_0_fund_directions = l_0_fund_items = l_0_enterprise = l_0_enterprises = l_0_park = l_0_villages = l_0_donation = l_0_donations = l_0_amount = l_0_donated = l_0_progress = l_0_project_types = l_0_pair = l_0_points = missing
    try:
        t_1 = environment.filters[' both']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' both' found.")
    try:
        t_2 = environment.filters[' compare']
    except KeyError:
        @internalcode
        def t_2(*unused):
            raise TemplateRuntimeError("No filter named ' compare' found.")
    try:
        t_3 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_4 = environment.filters[' either']
    except KeyError:
        @internalcode
        def t_4(*unused):
            raise TemplateRuntimeError("No filter named ' either' found.")
    try:
        t_5 = environment.filters[' fails']
    except KeyError:
        @internalcode
        def t_5(*unused):
            raise TemplateRuntimeError("No filter named ' fails' found.")
    try:
        t_6 = environment.filters[' holds']
    except KeyError:
        @internalcode
        def t_6(*unused):
            raise TemplateRuntimeError("No filter named ' holds' found.")
    try:
        t_7 = environment.filters[' kept']
    except KeyError:
        @internalcode
        def t_7(*unused):
            raise TemplateRuntimeError("No filter named ' kept' found.")
    try:
        t_8 = environment.filters[' lacks']
    except KeyError:
        @internalcode
        def t_8(*unused):
            raise TemplateRuntimeError("No filter named ' lacks' found.")
    try:
        t_9 = environment.filters[' may hold']
    except KeyError:
        @internalcode
        def t_9(*unused):
            raise TemplateRuntimeError("No filter named ' may hold' found.")
    try:
        t_10 = environment.filters[' missing']
    except KeyError:
        @internalcode
        def t_10(*unused):
            raise TemplateRuntimeError("No filter named ' missing' found.")
    try:
        t_11 = environment.filters[' not']
    except KeyError:
        @internalcode
        def t_11(*unused):
            raise TemplateRuntimeError("No filter named ' not' found.")
    try:
        t_12 = environment.filters[' size']
    except KeyError:
        @internalcode
        def t_12(*unused):
            raise TemplateRuntimeError("No filter named ' size' found.")
    try:
        t_13 = environment.filters['day']
    except KeyError:
        @internalcode
        def t_13(*unused):
            raise TemplateRuntimeError("No filter named 'day' found.")
    try:
        t_14 = environment.filters['group']
    except KeyError:
        @internalcode
        def t_14(*unused):
            raise TemplateRuntimeError("No filter named 'group' found.")
    try:
        t_15 = environment.filters['length']
    except KeyError:
        @internalcode
        def t_15(*unused):
            raise TemplateRuntimeError("No filter named 'length' found.")
    try:
        t_16 = environment.filters['map']
    except KeyError:
        @internalcode
        def t_16(*unused):
            raise TemplateRuntimeError("No filter named 'map' found.")
    try:
        t_17 = environment.filters['month']
    except KeyError:
        @internalcode
        def t_17(*unused):
            raise TemplateRuntimeError("No filter named 'month' found.")
    try:
        t_18 = environment.filters['num']
    except KeyError:
        @internalcode
        def t_18(*unused):
            raise TemplateRuntimeError("No filter named 'num' found.")
    try:
        t_19 = environment.filters['title']
    except KeyError:
        @internalcode
        def t_19(*unused):
            raise TemplateRuntimeError("No filter named 'title' found.")
    try:
        t_20 = environment.filters['trim']
    except KeyError:
        @internalcode
        def t_20(*unused):
            raise TemplateRuntimeError("No filter named 'trim' found.")
    try:
        t_21 = environment.filters['unit']
    except KeyError:
        @internalcode
        def t_21(*unused):
            raise TemplateRuntimeError("No filter named 'unit' found.")
    try:
        t_22 = environment.filters['vs']
    except KeyError:
        @internalcode
        def t_22(*unused):
            raise TemplateRuntimeError("No filter named 'vs' found.")
    try:
        t_23 = environment.filters['where']
    except KeyError:
        @internalcode
        def t_23(*unused):
            raise TemplateRuntimeError("No filter named 'where' found.")
    try:
        t_24 = environment.filters['ym']
    except KeyError:
        @internalcode
        def t_24(*unused):
            raise TemplateRuntimeError("No filter named 'ym' found.")
    pass
    t_3(402)
    yield '\n'
    def macro(l_1_d, l_1_brief):
        t_25 = []
        if l_1_d is missing:
            l_1_d = undefined("parameter 'd' was not provided", name='d')
        if l_1_brief is missing:
            l_1_brief = False
        pass
        t_3(4)
        if t_8(environment.getattr(l_1_d, '日期')):
            pass
            t_25.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_25.extend((
                escape(environment.finalize(context, t_13(environment.getattr(l_1_d, '日期')))),
                '，',
            ))
        if t_8((t_4(environment.getattr(l_1_d, '发文机关')) if t_5(environment.getattr(l_1_d, '日期')) else t_7(None))):
            pass
            t_25.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_25.append(
                escape(environment.finalize(context, environment.getattr(l_1_d, '发文机关'))),
            )
        t_25.extend((
            escape(environment.finalize(context, environment.getattr(l_1_d, '方式'))),
            escape(environment.finalize(context, t_19(environment.getattr(l_1_d, '标题')))),
        ))
        if t_8((t_1(t_11(l_1_brief)) if t_9(environment.getattr(l_1_d, '文号')) else t_7(None))):
            pass
            t_25.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_25.extend((
                '（',
                escape(environment.finalize(context, environment.getattr(l_1_d, '文号'))),
                '）',
            ))
        if t_8((t_1(t_11(l_1_brief)) if t_9(environment.getattr(l_1_d, '内容')) else t_7(None))):
            pass
            t_25.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_25.extend((
                '，',
                escape(environment.finalize(context, environment.getattr(l_1_d, '内容'))),
            ))
        return concat(t_25)
    context.exported_vars.add('doc')
    context.vars['doc'] = l_0_doc = Macro(environment, macro, 'doc', ('d', 'brief'), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_rows, l_1_brief):
        t_26 = []
        l_1_namespace = resolve('namespace')
        l_1_all = missing
        if l_1_rows is missing:
            l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
        if l_1_brief is missing:
            l_1_brief = False
        pass
        t_3(2)
        l_1_all = environment.call(context, (undefined(name='namespace') if l_1_namespace is missing else l_1_namespace), groups=[])
        for l_2_d in l_1_rows:
            _loop_vars = {}
            pass
            t_3(0)
            if t_8((t_1(t_20(environment.call(context, (undefined(name='alike') if l_0_alike is missing else l_0_alike), environment.getitem(environment.getitem(environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'groups'), (-1)), 0), l_2_d, _loop_vars=_loop_vars))) if t_9(environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'groups')) else t_7(None))):
                pass
                t_26.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                if not isinstance(l_1_all, Namespace):
                    raise TemplateRuntimeError("cannot assign attribute on non-namespace object")
                l_1_all['groups'] = environment.call_binop(context, '+', t_12(environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'groups'))[:(-1)], [environment.call_binop(context, '+', environment.getitem(environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'groups'), (-1)), [l_2_d])])
            else:
                pass
                if not isinstance(l_1_all, Namespace):
                    raise TemplateRuntimeError("cannot assign attribute on non-namespace object")
                l_1_all['groups'] = environment.call_binop(context, '+', environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'groups'), [[l_2_d]])
        l_2_d = missing
        l_2_loop = missing
        for l_2_g, l_2_loop in LoopContext(environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'groups'), undefined):
            l_2_together = resolve('together')
            _loop_vars = {}
            pass
            t_3(2)
            if t_8(t_11(environment.getattr(l_2_loop, 'first'))):
                pass
                t_26.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_26.append(
                    '；',
                )
            if t_8(t_2(t_15(l_2_g), 'eq', 1)):
                pass
                t_26.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_26.append(
                    escape(environment.finalize(context, environment.call(context, (undefined(name='doc') if l_0_doc is missing else l_0_doc), environment.getitem(l_2_g, 0), l_1_brief, _loop_vars=_loop_vars))),
                )
            else:
                pass
                t_26.extend((
                    escape(environment.finalize(context, t_13(environment.call(context, (undefined(name='together') if l_2_together is missing else l_2_together), t_16(context, l_2_g, attribute='日期'), _loop_vars=_loop_vars)))),
                    '，',
                    escape(environment.finalize(context, environment.call(context, (undefined(name='together') if l_2_together is missing else l_2_together), t_16(context, l_2_g, attribute='发文机关'), _loop_vars=_loop_vars))),
                    escape(environment.finalize(context, environment.call(context, (undefined(name='together') if l_2_together is missing else l_2_together), t_16(context, l_2_g, attribute='方式'), _loop_vars=_loop_vars))),
                    escape(environment.finalize(context, environment.call(context, (undefined(name='titles') if l_0_titles is missing else l_0_titles), l_2_g, _loop_vars=_loop_vars))),
                ))
        l_2_loop = l_2_g = l_2_together = missing
        return concat(t_26)
    context.exported_vars.add('docs')
    context.vars['docs'] = l_0_docs = Macro(environment, macro, 'docs', ('rows', 'brief'), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_a, l_1_b):
        t_27 = []
        if l_1_a is missing:
            l_1_a = undefined("parameter 'a' was not provided", name='a')
        if l_1_b is missing:
            l_1_b = undefined("parameter 'b' was not provided", name='b')
        pass
        t_3(1)
        if t_8((t_1(t_11((t_4(environment.getattr(l_1_b, '内容')) if t_5((t_4(environment.getattr(l_1_b, '文号')) if t_5((t_4(environment.getattr(l_1_a, '内容')) if t_5(environment.getattr(l_1_a, '文号')) else t_7(None))) else t_7(None))) else t_7(None)))) if t_9((t_1(t_2(environment.getattr(l_1_a, '方式'), 'eq', environment.getattr(l_1_b, '方式'))) if t_9((t_1(t_2(environment.getattr(l_1_a, '发文机关'), 'eq', environment.getattr(l_1_b, '发文机关'))) if t_9((t_1(t_2(environment.getattr(l_1_a, '日期'), 'eq', environment.getattr(l_1_b, '日期'))) if t_9((t_1(environment.getattr(l_1_a, '发文机关')) if t_9(environment.getattr(l_1_a, '日期')) else t_7(None))) else t_7(None))) else t_7(None))) else t_7(None))) else t_7(None))):
            pass
            t_27.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_27.append(
                '是',
            )
        return concat(t_27)
    context.exported_vars.add('alike')
    context.vars['alike'] = l_0_alike = Macro(environment, macro, 'alike', ('a', 'b'), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_rows):
        t_28 = []
        l_1_namespace = resolve('namespace')
        l_1_jn = resolve('jn')
        l_1_all = missing
        if l_1_rows is missing:
            l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
        pass
        t_3(0)
        l_1_all = environment.call(context, (undefined(name='namespace') if l_1_namespace is missing else l_1_namespace), items=[])
        for l_2_d in l_1_rows:
            _loop_vars = {}
            pass
            t_3(0)
            if not isinstance(l_1_all, Namespace):
                raise TemplateRuntimeError("cannot assign attribute on non-namespace object")
            l_1_all['items'] = environment.call_binop(context, '+', environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'items'), [t_19(environment.getattr(l_2_d, '标题'))])
        l_2_d = missing
        t_28.append(
            escape(environment.finalize(context, environment.call(context, (undefined(name='jn') if l_1_jn is missing else l_1_jn), environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'items')))),
        )
        return concat(t_28)
    context.exported_vars.add('titles')
    context.vars['titles'] = l_0_titles = Macro(environment, macro, 'titles', ('rows',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_rows, l_1_compare):
        t_29 = []
        l_1_namespace = resolve('namespace')
        l_1_jn = resolve('jn')
        l_1_all = missing
        if l_1_rows is missing:
            l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
        if l_1_compare is missing:
            l_1_compare = False
        pass
        t_3(0)
        l_1_all = environment.call(context, (undefined(name='namespace') if l_1_namespace is missing else l_1_namespace), items=[])
        def t_30(fiter):
            l_2_f = resolve('f')
            for l_2_m in fiter:
                if (t_3(0) and t_11(t_11(t_2(environment.call(context, (undefined(name='f') if l_2_f is missing else l_2_f), environment.getattr(l_2_m, '次数键')), 'gt', 0)))):
                    yield l_2_m
        for l_2_m in t_30(l_1_rows):
            l_2_item = missing
            _loop_vars = {}
            pass
            t_3(0)
            l_3_f = resolve('f')
            l_3_vs = resolve('vs')
            t_31 = []
            pass
            t_31.extend((
                escape(environment.finalize(context, environment.getattr(l_2_m, '名称'))),
                escape(environment.finalize(context, environment.call(context, (undefined(name='f') if l_3_f is missing else l_3_f), environment.getattr(l_2_m, '次数键')))),
            ))
            if t_8(l_1_compare):
                pass
                t_31.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_31.append(
                    escape(environment.finalize(context, environment.call(context, (undefined(name='vs') if l_3_vs is missing else l_3_vs), environment.call(context, (undefined(name='f') if l_3_f is missing else l_3_f), environment.getattr(l_2_m, '次数键'))))),
                )
            l_2_item = (Markup if context.eval_ctx.autoescape else identity)(concat(t_31))
            _loop_vars['item'] = l_2_item
            l_3_f = l_3_vs = missing
            if not isinstance(l_1_all, Namespace):
                raise TemplateRuntimeError("cannot assign attribute on non-namespace object")
            l_1_all['items'] = environment.call_binop(context, '+', environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'items'), [(undefined(name='item') if l_2_item is missing else l_2_item)])
        l_2_m = l_2_item = missing
        t_29.append(
            escape(environment.finalize(context, environment.call(context, (undefined(name='jn') if l_1_jn is missing else l_1_jn), environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'items')))),
        )
        return concat(t_29)
    context.exported_vars.add('meetings')
    context.vars['meetings'] = l_0_meetings = Macro(environment, macro, 'meetings', ('rows', 'compare'), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_v, l_1_style):
        t_32 = []
        l_1_drange = resolve('drange')
        if l_1_v is missing:
            l_1_v = undefined("parameter 'v' was not provided", name='v')
        if l_1_style is missing:
            l_1_style = '至'
        pass
        t_3(3)
        t_32.extend((
            escape(environment.finalize(context, environment.call(context, (undefined(name='drange') if l_1_drange is missing else l_1_drange), environment.getattr(l_1_v, '开始'), environment.getattr(l_1_v, '结束'), l_1_style))),
            '，',
        ))
        if t_8(environment.getattr(l_1_v, '时任')):
            pass
            t_32.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_32.append(
                escape(environment.finalize(context, environment.getattr(l_1_v, '时任'))),
            )
        if t_8(environment.getattr(l_1_v, '职务')):
            pass
            t_32.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_32.append(
                escape(environment.finalize(context, environment.getattr(l_1_v, '职务'))),
            )
        t_32.extend((
            escape(environment.finalize(context, environment.getattr(l_1_v, '姓名'))),
            escape(environment.finalize(context, environment.getattr(l_1_v, '事项'))),
        ))
        if t_8(environment.getattr(l_1_v, '成果')):
            pass
            t_32.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_32.extend((
                '，',
                escape(environment.finalize(context, environment.getattr(l_1_v, '成果'))),
            ))
        t_32.append(
            '。',
        )
        return concat(t_32)
    context.exported_vars.add('visit')
    context.vars['visit'] = l_0_visit = Macro(environment, macro, 'visit', ('v', 'style'), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_rows, l_1_style):
        t_33 = []
        if l_1_rows is missing:
            l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
        if l_1_style is missing:
            l_1_style = '至'
        pass
        t_3(0)
        for l_2_v in l_1_rows:
            _loop_vars = {}
            pass
            t_3(0)
            t_33.append(
                escape(environment.finalize(context, environment.call(context, (undefined(name='visit') if l_0_visit is missing else l_0_visit), l_2_v, l_1_style, _loop_vars=_loop_vars))),
            )
        l_2_v = missing
        return concat(t_33)
    context.exported_vars.add('visits')
    context.vars['visits'] = l_0_visits = Macro(environment, macro, 'visits', ('rows', 'style'), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_a, l_1_style):
        t_34 = []
        l_1_drange = resolve('drange')
        if l_1_a is missing:
            l_1_a = undefined("parameter 'a' was not provided", name='a')
        if l_1_style is missing:
            l_1_style = '至'
        pass
        t_3(0)
        if t_8((t_4(t_11((t_4(environment.getattr(l_1_a, '参加企业')) if t_5((t_4(environment.getattr(l_1_a, '名称')) if t_5(environment.getattr(l_1_a, '时间')) else t_7(None))) else t_7(None)))) if t_5(environment.getattr(l_1_a, '开始')) else t_7(None))):
            pass
            t_34.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_34.append(
                escape(environment.finalize(context, environment.call(context, (undefined(name='drange') if l_1_drange is missing else l_1_drange), environment.getattr(l_1_a, '开始'), environment.getattr(l_1_a, '结束'), l_1_style))),
            )
        elif t_8(environment.getattr(l_1_a, '时间')):
            pass
            t_34.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_34.append(
                escape(environment.finalize(context, environment.getattr(l_1_a, '时间'))),
            )
        t_34.append(
            escape(environment.finalize(context, environment.call(context, (undefined(name='activity_body') if l_0_activity_body is missing else l_0_activity_body), l_1_a))),
        )
        return concat(t_34)
    context.exported_vars.add('activity')
    context.vars['activity'] = l_0_activity = Macro(environment, macro, 'activity', ('a', 'style'), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_a):
        t_35 = []
        l_1_f = resolve('f')
        if l_1_a is missing:
            l_1_a = undefined("parameter 'a' was not provided", name='a')
        pass
        t_3(126)
        if t_8(environment.getattr(l_1_a, '同行企业')):
            pass
            t_35.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_35.extend((
                '组织相关部门、乡镇和',
                escape(environment.finalize(context, environment.getattr(l_1_a, '同行企业'))),
                '重点企业',
            ))
        else:
            pass
            t_35.append(
                '，',
            )
        if t_8(environment.getattr(l_1_a, '主办')):
            pass
            t_35.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_35.append(
                escape(environment.finalize(context, environment.getattr(l_1_a, '主办'))),
            )
        if t_8(environment.getattr(l_1_a, '参加企业')):
            pass
            t_35.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_35.append(
                '组织',
            )
            if t_8(environment.getattr(l_1_a, '企业')):
                pass
                t_35.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_35.extend((
                    escape(environment.finalize(context, environment.getattr(l_1_a, '企业'))),
                    '等',
                ))
            t_35.extend((
                escape(environment.finalize(context, environment.getattr(l_1_a, '参加企业'))),
                '企业',
            ))
        if t_8(environment.getattr(l_1_a, '名称')):
            pass
            t_35.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            if t_8(t_11(environment.getattr(l_1_a, '参加企业'))):
                pass
                t_35.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_35.append(
                    '组织',
                )
            t_35.extend((
                '开展',
                escape(environment.finalize(context, environment.getattr(l_1_a, '名称'))),
            ))
            if t_8(environment.getattr(l_1_a, '事项')):
                pass
                t_35.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_35.extend((
                    '，',
                    escape(environment.finalize(context, environment.getattr(l_1_a, '事项'))),
                ))
        else:
            pass
            t_35.append(
                escape(environment.finalize(context, environment.getattr(l_1_a, '事项'))),
            )
        if t_8((t_1(t_11(t_20(environment.call(context, (undefined(name='nothing') if l_0_nothing is missing else l_0_nothing), environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), environment.getattr(l_1_a, '产品键')))))) if t_9(environment.getattr(l_1_a, '产品键')) else t_7(None))):
            pass
            t_35.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_35.append(
                '，',
            )
            if t_8(environment.getattr(l_1_a, '地点')):
                pass
                t_35.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_35.extend((
                    '在',
                    escape(environment.finalize(context, environment.getattr(l_1_a, '地点'))),
                ))
            t_35.append(
                '展示展销',
            )
            if t_8(environment.getattr(l_1_a, '产品')):
                pass
                t_35.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_35.extend((
                    escape(environment.finalize(context, environment.getattr(l_1_a, '产品'))),
                    '等',
                ))
            t_35.extend((
                '产品',
                escape(environment.finalize(context, environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), environment.getattr(l_1_a, '产品键')))),
            ))
        if t_8(environment.getattr(l_1_a, '销售额')):
            pass
            t_35.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_35.extend((
                '，销售额',
                escape(environment.finalize(context, environment.getattr(l_1_a, '销售额'))),
            ))
        if t_8(environment.getattr(l_1_a, '意向采购')):
            pass
            t_35.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_35.extend((
                '，约定意向采购',
                escape(environment.finalize(context, environment.getattr(l_1_a, '意向采购'))),
            ))
        if t_8(environment.getattr(l_1_a, '邀请企业')):
            pass
            t_35.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_35.extend((
                '，邀请',
                escape(environment.finalize(context, environment.getattr(l_1_a, '邀请企业'))),
                '重点企业参会交流',
            ))
        if t_8(environment.getattr(l_1_a, '调研企业')):
            pass
            t_35.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_35.extend((
                '，会后深入',
                escape(environment.finalize(context, environment.getattr(l_1_a, '调研企业'))),
                '龙头企业调研考察并深入对接推动',
            ))
        if t_8(environment.getattr(l_1_a, '推荐企业')):
            pass
            t_35.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_35.extend((
                '，推荐企业',
                escape(environment.finalize(context, environment.getattr(l_1_a, '推荐企业'))),
            ))
        if t_8((t_1(environment.getattr(l_1_a, '岗位')) if t_9(environment.getattr(l_1_a, '工种')) else t_7(None))):
            pass
            t_35.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_35.extend((
                '，提供招聘工种',
                escape(environment.finalize(context, environment.getattr(l_1_a, '工种'))),
                '就业岗位',
                escape(environment.finalize(context, environment.getattr(l_1_a, '岗位'))),
            ))
        elif t_8(environment.getattr(l_1_a, '岗位')):
            pass
            t_35.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_35.extend((
                '，提供就业岗位',
                escape(environment.finalize(context, environment.getattr(l_1_a, '岗位'))),
            ))
        elif t_8(environment.getattr(l_1_a, '工种')):
            pass
            t_35.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_35.extend((
                '，提供招聘工种',
                escape(environment.finalize(context, environment.getattr(l_1_a, '工种'))),
            ))
        if t_8(environment.getattr(l_1_a, '现场签约')):
            pass
            t_35.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_35.extend((
                '，现场签订意向性协议',
                escape(environment.finalize(context, environment.getattr(l_1_a, '现场签约'))),
            ))
        if t_8(environment.getattr(l_1_a, '线上意向')):
            pass
            t_35.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_35.extend((
                '，线上达成意向性人员',
                escape(environment.finalize(context, environment.getattr(l_1_a, '线上意向'))),
            ))
        return concat(t_35)
    context.exported_vars.add('activity_body')
    context.vars['activity_body'] = l_0_activity_body = Macro(environment, macro, 'activity_body', ('a',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_rows, l_1_style):
        t_36 = []
        if l_1_rows is missing:
            l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
        if l_1_style is missing:
            l_1_style = '至'
        pass
        t_3(16)
        def t_37(fiter):
            for l_2_a in fiter:
                if (t_3(0) and t_11(t_11(t_11(t_20(environment.call(context, (undefined(name='named_only') if l_0_named_only is missing else l_0_named_only), l_2_a)))))):
                    yield l_2_a
        for l_2_a in t_37(l_1_rows):
            _loop_vars = {}
            pass
            t_3(1)
            t_36.extend((
                escape(environment.finalize(context, environment.call(context, (undefined(name='activity') if l_0_activity is missing else l_0_activity), l_2_a, l_1_style, _loop_vars=_loop_vars))),
                '。',
            ))
        l_2_a = missing
        for l_2_g in t_14(l_1_rows, '主办'):
            l_2_namespace = resolve('namespace')
            l_2_jn = resolve('jn')
            l_2_names = missing
            _loop_vars = {}
            pass
            t_3(7)
            l_2_names = environment.call(context, (undefined(name='namespace') if l_2_namespace is missing else l_2_namespace), items=[], _loop_vars=_loop_vars)
            _loop_vars['names'] = l_2_names
            def t_38(fiter):
                for l_3_a in fiter:
                    if (t_3(0) and t_11(t_11(t_20(environment.call(context, (undefined(name='named_only') if l_0_named_only is missing else l_0_named_only), l_3_a))))):
                        yield l_3_a
            for l_3_a in t_38(environment.getattr(l_2_g, 'rows')):
                _loop_vars = {}
                pass
                t_3(0)
                if not isinstance(l_2_names, Namespace):
                    raise TemplateRuntimeError("cannot assign attribute on non-namespace object")
                l_2_names['items'] = environment.call_binop(context, '+', environment.getattr((undefined(name='names') if l_2_names is missing else l_2_names), 'items'), [environment.getattr(l_3_a, '名称')])
            l_3_a = missing
            if t_8(environment.getattr((undefined(name='names') if l_2_names is missing else l_2_names), 'items')):
                pass
                t_36.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_36.extend((
                    escape(environment.finalize(context, environment.getattr(l_2_g, 'label'))),
                    '组织开展',
                    escape(environment.finalize(context, environment.call(context, (undefined(name='jn') if l_2_jn is missing else l_2_jn), environment.getattr((undefined(name='names') if l_2_names is missing else l_2_names), 'items'), etc=True, _loop_vars=_loop_vars))),
                    '活动。',
                ))
        l_2_g = l_2_namespace = l_2_names = l_2_jn = missing
        def t_39(fiter):
            for l_2_a in fiter:
                if (t_3(0) and t_11(t_11((t_1(t_11(environment.getattr(l_2_a, '主办'))) if t_9(t_20(environment.call(context, (undefined(name='named_only') if l_0_named_only is missing else l_0_named_only), l_2_a))) else t_7(None))))):
                    yield l_2_a
        l_2_loop = missing
        for l_2_a, l_2_loop in LoopContext(t_39(l_1_rows), undefined):
            _loop_vars = {}
            pass
            t_3(8)
            if t_8(environment.getattr(l_2_loop, 'first')):
                pass
                t_36.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_36.append(
                    '组织开展',
                )
            else:
                pass
                t_36.append(
                    '、',
                )
            t_36.append(
                escape(environment.finalize(context, environment.getattr(l_2_a, '名称'))),
            )
            if t_8(environment.getattr(l_2_loop, 'last')):
                pass
                t_36.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_36.append(
                    '活动。',
                )
        l_2_loop = l_2_a = missing
        return concat(t_36)
    context.exported_vars.add('activities')
    context.vars['activities'] = l_0_activities = Macro(environment, macro, 'activities', ('rows', 'style'), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_a):
        t_40 = []
        if l_1_a is missing:
            l_1_a = undefined("parameter 'a' was not provided", name='a')
        pass
        t_3(1)
        if t_8((t_1(t_11((t_4(environment.getattr(l_1_a, '事项')) if t_5((t_4(environment.getattr(l_1_a, '时间')) if t_5(environment.getattr(l_1_a, '开始')) else t_7(None))) else t_7(None)))) if t_9(environment.getattr(l_1_a, '名称')) else t_7(None))):
            pass
            t_40.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_40.append(
                '是',
            )
        return concat(t_40)
    context.exported_vars.add('named_only')
    context.vars['named_only'] = l_0_named_only = Macro(environment, macro, 'named_only', ('a',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_label, l_1_figure):
        t_41 = []
        if l_1_label is missing:
            l_1_label = undefined("parameter 'label' was not provided", name='label')
        if l_1_figure is missing:
            l_1_figure = undefined("parameter 'figure' was not provided", name='figure')
        pass
        t_3(0)
        if t_8((t_1(t_2(l_1_figure, 'gt', 0)) if t_9(environment.getattr(l_1_figure, 'known')) else t_7(None))):
            pass
            t_41.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_41.extend((
                escape(environment.finalize(context, l_1_label)),
                escape(environment.finalize(context, t_22(l_1_figure))),
            ))
        return concat(t_41)
    context.exported_vars.add('some')
    context.vars['some'] = l_0_some = Macro(environment, macro, 'some', ('label', 'figure'), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_figure):
        t_42 = []
        if l_1_figure is missing:
            l_1_figure = undefined("parameter 'figure' was not provided", name='figure')
        pass
        t_3(0)
        t_42.append(
            escape(environment.finalize(context, environment.call(context, (undefined(name='some') if l_0_some is missing else l_0_some), environment.getattr(l_1_figure, 'name'), l_1_figure))),
        )
        return concat(t_42)
    context.exported_vars.add('named')
    context.vars['named'] = l_0_named = Macro(environment, macro, 'named', ('figure',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_figure):
        t_43 = []
        if l_1_figure is missing:
            l_1_figure = undefined("parameter 'figure' was not provided", name='figure')
        pass
        t_3(1)
        if t_8((t_1(t_2(l_1_figure, 'eq', 0)) if t_9(environment.getattr(l_1_figure, 'known')) else t_7(None))):
            pass
            t_43.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_43.append(
                '是',
            )
        return concat(t_43)
    context.exported_vars.add('nothing')
    context.vars['nothing'] = l_0_nothing = Macro(environment, macro, 'nothing', ('figure',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_whole, l_1_part, l_1_label):
        t_44 = []
        l_1_jn = resolve('jn')
        l_1_vs = resolve('vs')
        l_1_share = l_1_told = missing
        if l_1_whole is missing:
            l_1_whole = undefined("parameter 'whole' was not provided", name='whole')
        if l_1_part is missing:
            l_1_part = undefined("parameter 'part' was not provided", name='part')
        if l_1_label is missing:
            l_1_label = '脱贫劳动力'
        pass
        t_3(4)
        t_45 = []
        pass
        if t_8((t_1(t_2(l_1_part, 'gt', 0)) if t_9(environment.getattr(l_1_part, 'known')) else t_7(None))):
            pass
            t_45.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_45.extend((
                '其中',
                escape(environment.finalize(context, l_1_label)),
                escape(environment.finalize(context, l_1_part)),
                escape(environment.finalize(context, environment.call(context, (undefined(name='vs') if l_1_vs is missing else l_1_vs), l_1_part, '，'))),
            ))
        l_1_share = (Markup if context.eval_ctx.autoescape else identity)(concat(t_45))
        l_1_told = environment.call(context, (undefined(name='jn') if l_1_jn is missing else l_1_jn), [environment.call(context, (undefined(name='vs') if l_1_vs is missing else l_1_vs), l_1_whole, ''), (undefined(name='share') if l_1_share is missing else l_1_share)], sep='，')
        t_44.append(
            escape(environment.finalize(context, l_1_whole)),
        )
        if t_8((undefined(name='told') if l_1_told is missing else l_1_told)):
            pass
            t_44.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_44.extend((
                '（',
                escape(environment.finalize(context, (undefined(name='told') if l_1_told is missing else l_1_told))),
                '）',
            ))
        return concat(t_44)
    context.exported_vars.add('people')
    context.vars['people'] = l_0_people = Macro(environment, macro, 'people', ('whole', 'part', 'label'), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_rows):
        t_46 = []
        if l_1_rows is missing:
            l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
        pass
        t_3(1)
        def t_47(fiter):
            l_2_合计 = resolve('合计')
            for l_2_g in fiter:
                if (t_3(0) and t_11(t_11(t_11(t_20(environment.call(context, (undefined(name='nothing') if l_0_nothing is missing else l_0_nothing), environment.call(context, (undefined(name='合计') if l_2_合计 is missing else l_2_合计), environment.getattr(environment.getattr(l_2_g, 'rows'), '人数')))))))):
                    yield l_2_g
        l_2_loop = missing
        for l_2_g, l_2_loop in LoopContext(t_47(t_14(l_1_rows, '类别')), undefined):
            l_2_合计 = resolve('合计')
            _loop_vars = {}
            pass
            t_3(1)
            if t_8(t_11(environment.getattr(l_2_loop, 'first'))):
                pass
                t_46.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_46.append(
                    '，',
                )
            t_46.extend((
                escape(environment.finalize(context, environment.getattr(l_2_g, 'label'))),
                escape(environment.finalize(context, environment.call(context, (undefined(name='合计') if l_2_合计 is missing else l_2_合计), environment.getattr(environment.getattr(l_2_g, 'rows'), '人数'), _loop_vars=_loop_vars))),
                escape(environment.finalize(context, environment.call(context, (undefined(name='terms') if l_0_terms is missing else l_0_terms), environment.getattr(l_2_g, 'rows'), _loop_vars=_loop_vars))),
            ))
        l_2_loop = l_2_g = l_2_合计 = missing
        return concat(t_46)
    context.exported_vars.add('talents')
    context.vars['talents'] = l_0_talents = Macro(environment, macro, 'talents', ('rows',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_rows):
        t_48 = []
        l_1_namespace = resolve('namespace')
        l_1_jn = resolve('jn')
        l_1_all = missing
        if l_1_rows is missing:
            l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
        pass
        t_3(2)
        l_1_all = environment.call(context, (undefined(name='namespace') if l_1_namespace is missing else l_1_namespace), items=[])
        def t_49(fiter):
            for l_2_r in fiter:
                if (t_3(0) and t_11(t_11((t_1(environment.getattr(l_2_r, '人数')) if t_9(environment.getattr(l_2_r, '期限')) else t_7(None))))):
                    yield l_2_r
        for l_2_r in t_49(l_1_rows):
            l_2_item = missing
            _loop_vars = {}
            pass
            t_3(0)
            t_50 = []
            pass
            t_50.extend((
                escape(environment.finalize(context, environment.getattr(l_2_r, '期限'))),
                escape(environment.finalize(context, environment.getattr(l_2_r, '人数'))),
            ))
            l_2_item = (Markup if context.eval_ctx.autoescape else identity)(concat(t_50))
            _loop_vars['item'] = l_2_item
            if not isinstance(l_1_all, Namespace):
                raise TemplateRuntimeError("cannot assign attribute on non-namespace object")
            l_1_all['items'] = environment.call_binop(context, '+', environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'items'), [(undefined(name='item') if l_2_item is missing else l_2_item)])
        l_2_r = l_2_item = missing
        if t_8(environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'items')):
            pass
            t_48.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_48.extend((
                '（',
                escape(environment.finalize(context, environment.call(context, (undefined(name='jn') if l_1_jn is missing else l_1_jn), environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'items')))),
                '）',
            ))
        return concat(t_48)
    context.exported_vars.add('terms')
    context.vars['terms'] = l_0_terms = Macro(environment, macro, 'terms', ('rows',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_rows):
        t_51 = []
        if l_1_rows is missing:
            l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
        pass
        t_3(8)
        def t_52(fiter):
            l_2_f = resolve('f')
            for l_2_u in fiter:
                if (t_3(0) and t_11(t_11(t_11(t_20(environment.call(context, (undefined(name='nothing') if l_0_nothing is missing else l_0_nothing), environment.call(context, (undefined(name='f') if l_2_f is missing else l_2_f), environment.getattr(l_2_u, '金额键')))))))):
                    yield l_2_u
        l_2_loop = missing
        for l_2_u, l_2_loop in LoopContext(t_52(t_23(l_1_rows, 上级=None)), undefined):
            l_2_f = resolve('f')
            _loop_vars = {}
            pass
            t_3(8)
            if t_8(t_11(environment.getattr(l_2_loop, 'first'))):
                pass
                t_51.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_51.append(
                    '；',
                )
            t_51.extend((
                '用于',
                escape(environment.finalize(context, environment.getattr(l_2_u, '名称'))),
                escape(environment.finalize(context, t_22(environment.call(context, (undefined(name='f') if l_2_f is missing else l_2_f), environment.getattr(l_2_u, '金额键'), _loop_vars=_loop_vars)))),
            ))
            def t_53(fiter):
                for l_3_s in fiter:
                    if (t_3(0) and t_11(t_11(t_11(t_20(environment.call(context, (undefined(name='nothing') if l_0_nothing is missing else l_0_nothing), environment.call(context, (undefined(name='f') if l_2_f is missing else l_2_f), environment.getattr(l_3_s, '金额键')))))))):
                        yield l_3_s
            l_3_loop = missing
            for l_3_s, l_3_loop in LoopContext(t_53(t_23(l_1_rows, 上级=environment.getattr(l_2_u, 'key'))), undefined):
                _loop_vars = {}
                pass
                t_3(5)
                t_51.append(
                    '，',
                )
                if t_8(environment.getattr(l_3_loop, 'first')):
                    pass
                    t_51.append(
                        escape(environment.finalize(context, t_10(None))),
                    )
                elif t_6(None):
                    pass
                    t_51.append(
                        '其中',
                    )
                t_51.extend((
                    '用于',
                    escape(environment.finalize(context, environment.getattr(l_3_s, '名称'))),
                    escape(environment.finalize(context, t_22(environment.call(context, (undefined(name='f') if l_2_f is missing else l_2_f), environment.getattr(l_3_s, '金额键'), _loop_vars=_loop_vars)))),
                ))
            l_3_loop = l_3_s = missing
        l_2_loop = l_2_u = l_2_f = missing
        return concat(t_51)
    context.exported_vars.add('fund_uses')
    context.vars['fund_uses'] = l_0_fund_uses = Macro(environment, macro, 'fund_uses', ('rows',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_rows):
        t_54 = []
        if l_1_rows is missing:
            l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
        pass
        t_3(5)
        def t_55(fiter):
            l_2_合计 = resolve('合计')
            for l_2_g in fiter:
                if (t_3(0) and t_11(t_11(t_11(t_20(environment.call(context, (undefined(name='nothing') if l_0_nothing is missing else l_0_nothing), environment.call(context, (undefined(name='合计') if l_2_合计 is missing else l_2_合计), environment.getattr(environment.getattr(l_2_g, 'rows'), '金额')))))))):
                    yield l_2_g
        l_2_loop = missing
        for l_2_g, l_2_loop in LoopContext(t_55(t_14(l_1_rows, '方向')), undefined):
            l_2_合计 = resolve('合计')
            _loop_vars = {}
            pass
            t_3(5)
            if t_8(t_11(environment.getattr(l_2_loop, 'first'))):
                pass
                t_54.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_54.append(
                    '；',
                )
            t_54.extend((
                escape(environment.finalize(context, environment.getattr(l_2_g, 'label'))),
                '安排资金',
                escape(environment.finalize(context, environment.call(context, (undefined(name='合计') if l_2_合计 is missing else l_2_合计), environment.getattr(environment.getattr(l_2_g, 'rows'), '金额'), _loop_vars=_loop_vars))),
                escape(environment.finalize(context, environment.call(context, (undefined(name='fund_items') if l_0_fund_items is missing else l_0_fund_items), environment.getattr(l_2_g, 'rows'), _loop_vars=_loop_vars))),
            ))
        l_2_loop = l_2_g = l_2_合计 = missing
        return concat(t_54)
    context.exported_vars.add('fund_directions')
    context.vars['fund_directions'] = l_0_fund_directions = Macro(environment, macro, 'fund_directions', ('rows',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_rows):
        t_56 = []
        l_1_namespace = resolve('namespace')
        l_1_jn = resolve('jn')
        l_1_all = missing
        if l_1_rows is missing:
            l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
        pass
        t_3(9)
        l_1_all = environment.call(context, (undefined(name='namespace') if l_1_namespace is missing else l_1_namespace), items=[], named=[], sep='、')
        def t_57(fiter):
            for l_2_r in fiter:
                if (t_3(0) and t_11(t_11(environment.getattr(l_2_r, '名称')))):
                    yield l_2_r
        for l_2_r in t_57(l_1_rows):
            l_2_item = resolve('item')
            _loop_vars = {}
            pass
            t_3(0)
            if t_8((t_1(t_11(t_20(environment.call(context, (undefined(name='nothing') if l_0_nothing is missing else l_0_nothing), environment.getattr(l_2_r, '金额'), _loop_vars=_loop_vars)))) if t_9(t_2(environment.getattr(l_2_r, '列示'), 'eq', '逐项')) else t_7(None))):
                pass
                t_56.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_58 = []
                pass
                t_58.extend((
                    escape(environment.finalize(context, environment.getattr(l_2_r, '名称'))),
                    escape(environment.finalize(context, environment.getattr(l_2_r, '金额'))),
                ))
                l_2_item = (Markup if context.eval_ctx.autoescape else identity)(concat(t_58))
                _loop_vars['item'] = l_2_item
                if not isinstance(l_1_all, Namespace):
                    raise TemplateRuntimeError("cannot assign attribute on non-namespace object")
                l_1_all['items'] = environment.call_binop(context, '+', environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'items'), [(undefined(name='item') if l_2_item is missing else l_2_item)])
                if t_8((t_1(t_2('、', 'in', environment.getattr(environment.getattr(l_2_r, '名称'), 'value'))) if t_9(environment.getattr(l_2_r, '名称')) else t_7(None))):
                    pass
                    t_56.append(
                        escape(environment.finalize(context, t_10(None))),
                    )
                elif t_6(None):
                    pass
                    if not isinstance(l_1_all, Namespace):
                        raise TemplateRuntimeError("cannot assign attribute on non-namespace object")
                    l_1_all['sep'] = '，'
            elif t_8(t_2(environment.getattr(l_2_r, '列示'), 'ne', '逐项')):
                pass
                t_56.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                if not isinstance(l_1_all, Namespace):
                    raise TemplateRuntimeError("cannot assign attribute on non-namespace object")
                l_1_all['named'] = environment.call_binop(context, '+', environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'named'), [environment.getattr(l_2_r, '名称')])
        l_2_r = l_2_item = missing
        if t_8((t_4(environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'named')) if t_5(environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'items')) else t_7(None))):
            pass
            t_56.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_56.extend((
                '（',
                escape(environment.finalize(context, environment.call(context, (undefined(name='jn') if l_1_jn is missing else l_1_jn), environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'items'), sep=environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'sep')))),
            ))
            if t_8((t_1(environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'named')) if t_9(environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'items')) else t_7(None))):
                pass
                t_56.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_56.append(
                    '，其余',
                )
            if t_8(environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'named')):
                pass
                t_56.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_56.extend((
                    '主要用于',
                    escape(environment.finalize(context, environment.call(context, (undefined(name='jn') if l_1_jn is missing else l_1_jn), environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'named'), last='和'))),
                ))
            t_56.append(
                '）',
            )
        return concat(t_56)
    context.exported_vars.add('fund_items')
    context.vars['fund_items'] = l_0_fund_items = Macro(environment, macro, 'fund_items', ('rows',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_e):
        t_59 = []
        if l_1_e is missing:
            l_1_e = undefined("parameter 'e' was not provided", name='e')
        pass
        t_3(79)
        t_59.append(
            escape(environment.finalize(context, environment.getattr(l_1_e, '东部企业'))),
        )
        if t_8((t_1(environment.getattr(l_1_e, '新企业')) if t_9(environment.getattr(l_1_e, '注册资金')) else t_7(None))):
            pass
            t_59.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_59.extend((
                '注册',
                escape(environment.finalize(context, environment.getattr(l_1_e, '注册资金'))),
                '成立',
                escape(environment.finalize(context, environment.getattr(l_1_e, '新企业'))),
            ))
        elif t_8(environment.getattr(l_1_e, '注册资金')):
            pass
            t_59.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_59.extend((
                '注册资金',
                escape(environment.finalize(context, environment.getattr(l_1_e, '注册资金'))),
            ))
        elif t_8(environment.getattr(l_1_e, '新企业')):
            pass
            t_59.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_59.extend((
                '成立',
                escape(environment.finalize(context, environment.getattr(l_1_e, '新企业'))),
            ))
        if t_8(environment.getattr(l_1_e, '项目')):
            pass
            t_59.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_59.extend((
                '建设',
                escape(environment.finalize(context, environment.getattr(l_1_e, '项目'))),
                '项目',
            ))
        if t_8(environment.getattr(l_1_e, '投产')):
            pass
            t_59.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_59.extend((
                '，已于',
                escape(environment.finalize(context, t_17(environment.getattr(l_1_e, '投产')))),
                '建成投产',
            ))
        if t_8(environment.getattr(l_1_e, '位置')):
            pass
            t_59.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_59.extend((
                '，项目位于',
                escape(environment.finalize(context, environment.getattr(l_1_e, '位置'))),
            ))
        if t_8((t_1(environment.getattr(l_1_e, '设施')) if t_9(environment.getattr(l_1_e, '设施数')) else t_7(None))):
            pass
            t_59.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_59.extend((
                '，已建设',
                escape(environment.finalize(context, environment.getattr(l_1_e, '设施数'))),
                escape(environment.finalize(context, environment.getattr(l_1_e, '设施'))),
            ))
        elif t_8(environment.getattr(l_1_e, '设施')):
            pass
            t_59.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_59.extend((
                '，已建设',
                escape(environment.finalize(context, environment.getattr(l_1_e, '设施'))),
            ))
        if t_8(environment.getattr(l_1_e, '就业')):
            pass
            t_59.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_59.extend((
                '，企业带动农村劳动人口就业',
                escape(environment.finalize(context, environment.call(context, (undefined(name='people') if l_0_people is missing else l_0_people), environment.getattr(l_1_e, '就业'), environment.getattr(l_1_e, '脱贫就业'), '脱贫人口'))),
            ))
        if t_8(environment.getattr(l_1_e, '协议')):
            pass
            t_59.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_59.extend((
                '签订',
                escape(environment.finalize(context, t_19(environment.getattr(l_1_e, '协议')))),
            ))
        if t_8(environment.getattr(l_1_e, '计划投资')):
            pass
            t_59.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_59.extend((
                '，计划投资',
                escape(environment.finalize(context, environment.getattr(l_1_e, '计划投资'))),
            ))
        if t_8(environment.getattr(l_1_e, '预计就业')):
            pass
            t_59.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_59.extend((
                '，预计吸纳就业',
                escape(environment.finalize(context, environment.getattr(l_1_e, '预计就业'))),
            ))
        if t_8(environment.getattr(l_1_e, '奖补')):
            pass
            t_59.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_59.extend((
                '，落实奖补资金',
                escape(environment.finalize(context, environment.getattr(l_1_e, '奖补'))),
            ))
        if t_8((t_1(environment.getattr(l_1_e, '联结对象')) if t_9(environment.getattr(l_1_e, '联结人数')) else t_7(None))):
            pass
            t_59.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_59.extend((
                '，通过利益联结方式带动',
                escape(environment.finalize(context, environment.getattr(l_1_e, '联结对象'))),
                escape(environment.finalize(context, environment.getattr(l_1_e, '联结人数'))),
            ))
        return concat(t_59)
    context.exported_vars.add('enterprise')
    context.vars['enterprise'] = l_0_enterprise = Macro(environment, macro, 'enterprise', ('e',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_rows):
        t_60 = []
        if l_1_rows is missing:
            l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
        pass
        t_3(1)
        l_2_loop = missing
        for l_2_e, l_2_loop in LoopContext(l_1_rows, undefined):
            _loop_vars = {}
            pass
            t_3(1)
            if t_8(t_11(environment.getattr(l_2_loop, 'first'))):
                pass
                t_60.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_60.append(
                    '；',
                )
            t_60.append(
                escape(environment.finalize(context, environment.call(context, (undefined(name='enterprise') if l_0_enterprise is missing else l_0_enterprise), l_2_e, _loop_vars=_loop_vars))),
            )
        l_2_loop = l_2_e = missing
        return concat(t_60)
    context.exported_vars.add('enterprises')
    context.vars['enterprises'] = l_0_enterprises = Macro(environment, macro, 'enterprises', ('rows',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_p):
        t_61 = []
        l_1_jn = resolve('jn')
        l_1_plan = l_1_cost = l_1_given = l_1_place = l_1_trade = l_1_use = l_1_apply = l_1_begun = l_1_built = missing
        if l_1_p is missing:
            l_1_p = undefined("parameter 'p' was not provided", name='p')
        pass
        t_3(49)
        t_62 = []
        pass
        if t_8(environment.getattr(l_1_p, '规划单位')):
            pass
            t_62.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_62.extend((
                '由',
                escape(environment.finalize(context, environment.getattr(l_1_p, '规划单位'))),
                '做整体规划',
            ))
        l_1_plan = (Markup if context.eval_ctx.autoescape else identity)(concat(t_62))
        t_63 = []
        pass
        if t_8(environment.getattr(l_1_p, '总投资')):
            pass
            t_63.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_63.extend((
                '总投资',
                escape(environment.finalize(context, environment.getattr(l_1_p, '总投资'))),
            ))
        l_1_cost = (Markup if context.eval_ctx.autoescape else identity)(concat(t_63))
        t_64 = []
        pass
        if t_8(environment.getattr(l_1_p, '协作资金')):
            pass
            t_64.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_64.extend((
                '投入东西部协作资金',
                escape(environment.finalize(context, environment.getattr(l_1_p, '协作资金'))),
            ))
        l_1_given = (Markup if context.eval_ctx.autoescape else identity)(concat(t_64))
        t_65 = []
        pass
        if t_8(environment.getattr(l_1_p, '布局')):
            pass
            t_65.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_65.extend((
                '布局在',
                escape(environment.finalize(context, environment.getattr(l_1_p, '布局'))),
            ))
        l_1_place = (Markup if context.eval_ctx.autoescape else identity)(concat(t_65))
        t_66 = []
        pass
        if t_8(environment.getattr(l_1_p, '主导产业')):
            pass
            t_66.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_66.extend((
                '以',
                escape(environment.finalize(context, environment.getattr(l_1_p, '主导产业'))),
                '为主导产业',
            ))
        l_1_trade = (Markup if context.eval_ctx.autoescape else identity)(concat(t_66))
        t_67 = []
        pass
        if t_8(environment.getattr(l_1_p, '功能')):
            pass
            t_67.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_67.extend((
                '集',
                escape(environment.finalize(context, environment.getattr(l_1_p, '功能'))),
                '于一体',
            ))
        l_1_use = (Markup if context.eval_ctx.autoescape else identity)(concat(t_67))
        t_68 = []
        pass
        if t_8(environment.getattr(l_1_p, '申报规划单位')):
            pass
            t_68.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_68.extend((
                '由',
                escape(environment.finalize(context, environment.getattr(l_1_p, '申报规划单位'))),
                '做申报规划',
            ))
        l_1_apply = (Markup if context.eval_ctx.autoescape else identity)(concat(t_68))
        t_69 = []
        pass
        if t_8(environment.getattr(l_1_p, '开工')):
            pass
            t_69.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_69.extend((
                '已于',
                escape(environment.finalize(context, t_24(environment.getattr(l_1_p, '开工')))),
                '开工',
            ))
        l_1_begun = (Markup if context.eval_ctx.autoescape else identity)(concat(t_69))
        t_70 = []
        pass
        if t_8(environment.getattr(l_1_p, '预计完工')):
            pass
            t_70.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_70.extend((
                '预计',
                escape(environment.finalize(context, t_24(environment.getattr(l_1_p, '预计完工')))),
                '底前完成',
                escape(environment.finalize(context, (t_4('') if t_5(environment.getattr(l_1_p, '建设内容')) else t_7(None)))),
                '建设',
            ))
        elif t_8(environment.getattr(l_1_p, '建设内容')):
            pass
            t_70.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_70.append(
                escape(environment.finalize(context, environment.getattr(l_1_p, '建设内容'))),
            )
        l_1_built = (Markup if context.eval_ctx.autoescape else identity)(concat(t_70))
        t_61.extend((
            escape(environment.finalize(context, environment.getattr(l_1_p, '名称'))),
            escape(environment.finalize(context, environment.call(context, (undefined(name='jn') if l_1_jn is missing else l_1_jn), [(undefined(name='plan') if l_1_plan is missing else l_1_plan), (undefined(name='cost') if l_1_cost is missing else l_1_cost), (undefined(name='given') if l_1_given is missing else l_1_given), (undefined(name='place') if l_1_place is missing else l_1_place), (undefined(name='trade') if l_1_trade is missing else l_1_trade), (undefined(name='use') if l_1_use is missing else l_1_use), (undefined(name='apply') if l_1_apply is missing else l_1_apply), (undefined(name='begun') if l_1_begun is missing else l_1_begun), (undefined(name='built') if l_1_built is missing else l_1_built)], sep='，'))),
        ))
        return concat(t_61)
    context.exported_vars.add('park')
    context.vars['park'] = l_0_park = Macro(environment, macro, 'park', ('p',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_rows):
        t_71 = []
        l_1_namespace = resolve('namespace')
        l_1_jn = resolve('jn')
        l_1_all = missing
        if l_1_rows is missing:
            l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
        pass
        t_3(1)
        l_1_all = environment.call(context, (undefined(name='namespace') if l_1_namespace is missing else l_1_namespace), items=[])
        for l_2_v in l_1_rows:
            l_2_item = missing
            _loop_vars = {}
            pass
            t_3(1)
            t_72 = []
            pass
            if t_8(environment.getattr(l_2_v, '类型')):
                pass
                t_72.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_72.extend((
                    escape(environment.finalize(context, environment.getattr(l_2_v, '类型'))),
                    '—',
                ))
            t_72.append(
                escape(environment.finalize(context, environment.getattr(l_2_v, '名称'))),
            )
            l_2_item = (Markup if context.eval_ctx.autoescape else identity)(concat(t_72))
            _loop_vars['item'] = l_2_item
            if not isinstance(l_1_all, Namespace):
                raise TemplateRuntimeError("cannot assign attribute on non-namespace object")
            l_1_all['items'] = environment.call_binop(context, '+', environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'items'), [(undefined(name='item') if l_2_item is missing else l_2_item)])
        l_2_v = l_2_item = missing
        t_71.append(
            escape(environment.finalize(context, environment.call(context, (undefined(name='jn') if l_1_jn is missing else l_1_jn), environment.getattr((undefined(name='all') if l_1_all is missing else l_1_all), 'items')))),
        )
        return concat(t_71)
    context.exported_vars.add('villages')
    context.vars['villages'] = l_0_villages = Macro(environment, macro, 'villages', ('rows',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_d):
        t_73 = []
        l_1_f = resolve('f')
        l_1_given = missing
        if l_1_d is missing:
            l_1_d = undefined("parameter 'd' was not provided", name='d')
        pass
        t_3(6)
        t_73.append(
            escape(environment.finalize(context, environment.getattr(l_1_d, '捐赠方'))),
        )
        if t_8(environment.getattr(l_1_d, '受益村')):
            pass
            t_73.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_73.extend((
                '为',
                escape(environment.finalize(context, environment.getattr(l_1_d, '受益村'))),
            ))
        elif t_8(environment.getattr(l_1_d, '受赠方')):
            pass
            t_73.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_73.extend((
                escape(environment.finalize(context, (t_10(None) if t_8(t_2(environment.getattr(l_1_d, '形式'), 'eq', '资金')) else ('向' if t_6(None) else '为')))),
                escape(environment.finalize(context, environment.getattr(l_1_d, '受赠方'))),
            ))
        if t_8(environment.getattr(l_1_d, '方式')):
            pass
            t_73.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_73.append(
                escape(environment.finalize(context, environment.getattr(l_1_d, '方式'))),
            )
        else:
            pass
            t_73.append(
                '捐赠',
            )
        if t_8((t_1(t_11(environment.getattr(l_1_d, '内容'))) if t_9(t_2(environment.getattr(l_1_d, '形式'), 'eq', '资金')) else t_7(None))):
            pass
            t_73.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_73.append(
                '资金',
            )
        else:
            pass
            t_73.append(
                escape(environment.finalize(context, environment.getattr(l_1_d, '内容'))),
            )
        if t_8(environment.getattr(l_1_d, '数量')):
            pass
            t_73.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_73.append(
                escape(environment.finalize(context, environment.getattr(l_1_d, '数量'))),
            )
        l_1_given = (t_10(None) if t_8(environment.getattr(l_1_d, '金额键')) else (environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), environment.getattr(l_1_d, '金额键')) if t_6(None) else (t_10(None) if t_8((t_1(environment.getattr(l_1_d, '每村金额')) if t_9(environment.getattr(l_1_d, '受益村')) else t_7(None))) else (environment.getattr(l_1_d, '每村金额') if t_6(None) else environment.getattr(l_1_d, '金额')))))
        if t_8(t_11(t_20(environment.call(context, (undefined(name='nothing') if l_0_nothing is missing else l_0_nothing), (undefined(name='given') if l_1_given is missing else l_1_given))))):
            pass
            t_73.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            if t_8(t_2(environment.getattr(l_1_d, '形式'), 'eq', '物资')):
                pass
                t_73.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_73.append(
                    escape(environment.finalize(context, (t_10(None) if t_8((t_4(t_11(environment.getattr(l_1_d, '受赠方'))) if t_5(environment.getattr(l_1_d, '受益村')) else t_7(None))) else ('折款' if t_6(None) else '，价值')))),
                )
            t_73.append(
                escape(environment.finalize(context, environment.call(context, (undefined(name='amount') if l_0_amount is missing else l_0_amount), l_1_d))),
            )
        if t_8(environment.getattr(l_1_d, '用途')):
            pass
            t_73.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_73.extend((
                '，',
                escape(environment.finalize(context, environment.getattr(l_1_d, '用途'))),
            ))
        return concat(t_73)
    context.exported_vars.add('donation')
    context.vars['donation'] = l_0_donation = Macro(environment, macro, 'donation', ('d',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_rows):
        t_74 = []
        l_1_namespace = resolve('namespace')
        l_1_jn = resolve('jn')
        l_1_told = l_1_donors = l_1_goods = missing
        if l_1_rows is missing:
            l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
        pass
        t_3(8)
        (l_1_told, l_1_donors, l_1_goods) = (environment.call(context, (undefined(name='namespace') if l_1_namespace is missing else l_1_namespace), items=[]), environment.call(context, (undefined(name='namespace') if l_1_namespace is missing else l_1_namespace), items=[]), environment.call(context, (undefined(name='namespace') if l_1_namespace is missing else l_1_namespace), items=[]))
        for l_2_d in l_1_rows:
            _loop_vars = {}
            pass
            t_3(0)
            if t_8((t_1((t_4(environment.getattr(l_2_d, '每村金额')) if t_5((t_4(environment.getattr(l_2_d, '金额键')) if t_5((t_4(environment.getattr(l_2_d, '金额')) if t_5(environment.getattr(l_2_d, '内容')) else t_7(None))) else t_7(None))) else t_7(None))) if t_9(environment.getattr(l_2_d, '捐赠方')) else t_7(None))):
                pass
                t_74.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                if not isinstance(l_1_told, Namespace):
                    raise TemplateRuntimeError("cannot assign attribute on non-namespace object")
                l_1_told['items'] = environment.call_binop(context, '+', environment.getattr((undefined(name='told') if l_1_told is missing else l_1_told), 'items'), [environment.call(context, (undefined(name='donation') if l_0_donation is missing else l_0_donation), l_2_d, _loop_vars=_loop_vars)])
            elif t_8(environment.getattr(l_2_d, '捐赠方')):
                pass
                t_74.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                if not isinstance(l_1_donors, Namespace):
                    raise TemplateRuntimeError("cannot assign attribute on non-namespace object")
                l_1_donors['items'] = environment.call_binop(context, '+', environment.getattr((undefined(name='donors') if l_1_donors is missing else l_1_donors), 'items'), [environment.getattr(l_2_d, '捐赠方')])
            elif t_8(environment.getattr(l_2_d, '内容')):
                pass
                t_74.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                if not isinstance(l_1_goods, Namespace):
                    raise TemplateRuntimeError("cannot assign attribute on non-namespace object")
                l_1_goods['items'] = environment.call_binop(context, '+', environment.getattr((undefined(name='goods') if l_1_goods is missing else l_1_goods), 'items'), [environment.getattr(l_2_d, '内容')])
        l_2_d = missing
        if t_8((t_4(environment.getattr((undefined(name='goods') if l_1_goods is missing else l_1_goods), 'items')) if t_5(environment.getattr((undefined(name='donors') if l_1_donors is missing else l_1_donors), 'items')) else t_7(None))):
            pass
            t_74.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_74.append(
                escape(environment.finalize(context, environment.call(context, (undefined(name='jn') if l_1_jn is missing else l_1_jn), environment.getattr((undefined(name='donors') if l_1_donors is missing else l_1_donors), 'items'), etc=True))),
            )
            if t_8(environment.getattr((undefined(name='donors') if l_1_donors is missing else l_1_donors), 'items')):
                pass
                t_74.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_74.append(
                    '先后',
                )
            t_74.extend((
                '捐赠',
                escape(environment.finalize(context, environment.call(context, (undefined(name='jn') if l_1_jn is missing else l_1_jn), environment.getattr((undefined(name='goods') if l_1_goods is missing else l_1_goods), 'items'), etc=True))),
                '财物。',
            ))
        if t_8(environment.getattr((undefined(name='told') if l_1_told is missing else l_1_told), 'items')):
            pass
            t_74.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_74.extend((
                escape(environment.finalize(context, environment.call(context, (undefined(name='jn') if l_1_jn is missing else l_1_jn), environment.getattr((undefined(name='told') if l_1_told is missing else l_1_told), 'items'), sep='；'))),
                '。',
            ))
        return concat(t_74)
    context.exported_vars.add('donations')
    context.vars['donations'] = l_0_donations = Macro(environment, macro, 'donations', ('rows',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_d):
        t_75 = []
        l_1_f = resolve('f')
        if l_1_d is missing:
            l_1_d = undefined("parameter 'd' was not provided", name='d')
        pass
        t_3(0)
        if t_8(environment.getattr(l_1_d, '金额键')):
            pass
            t_75.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_75.append(
                escape(environment.finalize(context, environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), environment.getattr(l_1_d, '金额键')))),
            )
        else:
            pass
            t_75.append(
                escape(environment.finalize(context, environment.call(context, (undefined(name='donated') if l_0_donated is missing else l_0_donated), l_1_d))),
            )
        return concat(t_75)
    context.exported_vars.add('amount')
    context.vars['amount'] = l_0_amount = Macro(environment, macro, 'amount', ('d',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_d):
        t_76 = []
        l_1_计数 = resolve('计数')
        l_1_per = resolve('per')
        if l_1_d is missing:
            l_1_d = undefined("parameter 'd' was not provided", name='d')
        pass
        t_3(2)
        if t_8((t_1(environment.getattr(l_1_d, '每村金额')) if t_9(environment.getattr(l_1_d, '受益村')) else t_7(None))):
            pass
            t_76.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_76.extend((
                escape(environment.finalize(context, t_21(environment.call_binop(context, '*', environment.call(context, (undefined(name='计数') if l_1_计数 is missing else l_1_计数), environment.getattr(l_1_d, '受益村')), environment.getattr(l_1_d, '每村金额')), '万元'))),
                '（',
                escape(environment.finalize(context, environment.call(context, (undefined(name='per') if l_1_per is missing else l_1_per), environment.getattr(l_1_d, '每村金额'), '村'))),
                '）',
            ))
        else:
            pass
            t_76.append(
                escape(environment.finalize(context, environment.getattr(l_1_d, '金额'))),
            )
        return concat(t_76)
    context.exported_vars.add('donated')
    context.vars['donated'] = l_0_donated = Macro(environment, macro, 'donated', ('d',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_rows):
        t_77 = []
        l_1_合计 = resolve('合计')
        l_1_done = l_1_doing = l_1_begun = l_1_ended = missing
        if l_1_rows is missing:
            l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
        pass
        t_3(28)
        (l_1_done, l_1_doing) = (t_23(l_1_rows, 状态='已完成'), t_23(l_1_rows, 状态='整改中'))
        (l_1_begun, l_1_ended) = ((t_1(t_11(t_20(environment.call(context, (undefined(name='nothing') if l_0_nothing is missing else l_0_nothing), environment.call(context, (undefined(name='合计') if l_1_合计 is missing else l_1_合计), environment.getattr((undefined(name='doing') if l_1_doing is missing else l_1_doing), '问题数')))))) if t_9((undefined(name='doing') if l_1_doing is missing else l_1_doing)) else t_7(None)), (t_1(t_11(t_20(environment.call(context, (undefined(name='nothing') if l_0_nothing is missing else l_0_nothing), environment.call(context, (undefined(name='合计') if l_1_合计 is missing else l_1_合计), environment.getattr((undefined(name='done') if l_1_done is missing else l_1_done), '问题数')))))) if t_9((undefined(name='done') if l_1_done is missing else l_1_done)) else t_7(None)))
        t_77.extend((
            '问题',
            escape(environment.finalize(context, environment.call(context, (undefined(name='合计') if l_1_合计 is missing else l_1_合计), environment.getattr(l_1_rows, '问题数')))),
        ))
        if t_8((t_1((undefined(name='begun') if l_1_begun is missing else l_1_begun)) if t_9((undefined(name='ended') if l_1_ended is missing else l_1_ended)) else t_7(None))):
            pass
            t_77.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_77.extend((
                '，已完成整改',
                escape(environment.finalize(context, environment.call(context, (undefined(name='合计') if l_1_合计 is missing else l_1_合计), environment.getattr((undefined(name='done') if l_1_done is missing else l_1_done), '问题数')))),
                '，正在整改中',
                escape(environment.finalize(context, environment.call(context, (undefined(name='合计') if l_1_合计 is missing else l_1_合计), environment.getattr((undefined(name='doing') if l_1_doing is missing else l_1_doing), '问题数')))),
            ))
        elif t_8((undefined(name='begun') if l_1_begun is missing else l_1_begun)):
            pass
            t_77.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_77.append(
                '，正在整改中',
            )
        else:
            pass
            t_77.append(
                '，已全部完成整改',
            )
        return concat(t_77)
    context.exported_vars.add('progress')
    context.vars['progress'] = l_0_progress = Macro(environment, macro, 'progress', ('rows',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_rows, l_1_verb):
        t_78 = []
        l_1_clause = resolve('clause')
        if l_1_rows is missing:
            l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
        if l_1_verb is missing:
            l_1_verb = '计划实施'
        pass
        t_3(4)
        def macro():
            t_79 = []
            l_2_jn = resolve('jn')
            l_2_计数 = resolve('计数')
            l_2_f = resolve('f')
            pass
            t_3(4)
            if t_8(l_1_rows):
                pass
                t_79.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_79.extend((
                    escape(environment.finalize(context, l_1_verb)),
                    escape(environment.finalize(context, environment.call(context, (undefined(name='jn') if l_2_jn is missing else l_2_jn), environment.getattr(l_1_rows, '名称'), last='和'))),
                ))
                if t_8(t_2(t_15(l_1_rows), 'gt', 1)):
                    pass
                    t_79.append(
                        escape(environment.finalize(context, t_10(None))),
                    )
                elif t_6(None):
                    pass
                    t_79.extend((
                        '等',
                        escape(environment.finalize(context, t_21(environment.call(context, (undefined(name='计数') if l_2_计数 is missing else l_2_计数), l_1_rows), '类'))),
                    ))
                t_79.extend((
                    escape(environment.finalize(context, t_21(environment.call(context, (undefined(name='f') if l_2_f is missing else l_2_f), '项目.计划数'), '个'))),
                    '项目。',
                ))
            return concat(t_79)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        t_78.append(environment.call(context, (undefined(name='clause') if l_1_clause is missing else l_1_clause), caller=caller))
        return concat(t_78)
    context.exported_vars.add('project_types')
    context.vars['project_types'] = l_0_project_types = Macro(environment, macro, 'project_types', ('rows', 'verb'), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_east, l_1_figure, l_1_west, l_1_other):
        t_80 = []
        if l_1_east is missing:
            l_1_east = undefined("parameter 'east' was not provided", name='east')
        if l_1_figure is missing:
            l_1_figure = undefined("parameter 'figure' was not provided", name='figure')
        if l_1_west is missing:
            l_1_west = undefined("parameter 'west' was not provided", name='west')
        if l_1_other is missing:
            l_1_other = undefined("parameter 'other' was not provided", name='other')
        pass
        t_3(1)
        if t_8((t_1(t_2(l_1_figure, 'gt', 0)) if t_9(environment.getattr(l_1_figure, 'known')) else t_7(None))):
            pass
            t_80.append(
                escape(environment.finalize(context, t_10(None))),
            )
        elif t_6(None):
            pass
            t_80.extend((
                escape(environment.finalize(context, l_1_east)),
                escape(environment.finalize(context, t_22(l_1_figure))),
            ))
            if t_8((t_1(t_2(l_1_other, 'gt', 0)) if t_9(environment.getattr(l_1_other, 'known')) else t_7(None))):
                pass
                t_80.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_80.extend((
                    '、',
                    escape(environment.finalize(context, l_1_west)),
                    escape(environment.finalize(context, t_22(l_1_other))),
                ))
        return concat(t_80)
    context.exported_vars.add('pair')
    context.vars['pair'] = l_0_pair = Macro(environment, macro, 'pair', ('east', 'figure', 'west', 'other'), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_last, l_1_before):
        t_81 = []
        l_1_clause = resolve('clause')
        if l_1_last is missing:
            l_1_last = undefined("parameter 'last' was not provided", name='last')
        if l_1_before is missing:
            l_1_before = undefined("parameter 'before' was not provided", name='before')
        pass
        t_3(8)
        def macro():
            t_82 = []
            l_2_last_year = resolve('last_year')
            pass
            t_3(8)
            t_82.extend((
                '，较',
                escape(environment.finalize(context, (undefined(name='last_year') if l_2_last_year is missing else l_2_last_year))),
            ))
            if t_8(environment.getattr(l_1_before, 'known')):
                pass
                t_82.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_82.extend((
                    '、',
                    escape(environment.finalize(context, environment.call_binop(context, '-', (undefined(name='last_year') if l_2_last_year is missing else l_2_last_year), 1))),
                    '分别',
                ))
            t_82.append(
                '增长',
            )
            if t_8(environment.getattr(l_1_before, 'known')):
                pass
                t_82.append(
                    escape(environment.finalize(context, t_10(None))),
                )
            elif t_6(None):
                pass
                t_82.extend((
                    escape(environment.finalize(context, t_18(l_1_last))),
                    '和',
                    escape(environment.finalize(context, l_1_before)),
                ))
            else:
                pass
                t_82.append(
                    escape(environment.finalize(context, l_1_last)),
                )
            return concat(t_82)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        t_81.append(environment.call(context, (undefined(name='clause') if l_1_clause is missing else l_1_clause), caller=caller))
        return concat(t_81)
    context.exported_vars.add('points')
    context.vars['points'] = l_0_points = Macro(environment, macro, 'points', ('last', 'before'), False, False, False, context.eval_ctx.autoescape)

blocks = {}
debug_info = '1=156&5=158&6=166&7=191&8=203&12=218&13=228&14=229&15=233&16=247&18=250&19=265&20=278&25=289&26=297&31=311&32=320&33=321&34=330&38=336&39=347&40=353&41=363&42=381&44=384&48=390&49=400&50=427&53=445&54=453&58=465&59=474&62=501&63=508&64=525&65=535&66=560&67=597&68=636&69=647&70=658&71=670&72=682&73=693&74=706&75=717&76=728&77=739&80=754&81=766&82=775&83=782&84=788&85=796&87=815&91=852&92=858&96=872&97=880&101=895&102=902&106=908&107=914&111=928&112=943&113=957&114=959&118=977&119=989&122=1014&123=1023&124=1028&125=1036&126=1043&128=1045&132=1061&133=1073&134=1098&139=1126&140=1138&143=1164&144=1173&145=1178&146=1183&147=1193&148=1200&149=1201&150=1211&151=1220&154=1222&155=1243&159=1261&160=1268&161=1270&162=1283&163=1294&164=1305&165=1317&166=1329&167=1340&168=1352&169=1363&170=1374&171=1385&172=1396&173=1407&174=1418&177=1434&178=1441&182=1463&183=1473&184=1488&185=1502&186=1516&187=1530&188=1545&189=1560&190=1575&191=1590&192=1616&196=1623&197=1632&198=1633&199=1640&200=1658&202=1661&206=1667&207=1676&208=1700&209=1740&210=1741&211=1761&215=1776&216=1785&217=1786&218=1790&219=1800&220=1810&223=1821&224=1846&228=1861&229=1868&233=1887&234=1895&238=1917&239=1925&240=1926&241=1929&242=1931&243=1944&248=1963&249=1972&253=2012&254=2024&258=2051&259=2060'