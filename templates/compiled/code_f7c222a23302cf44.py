from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'report.md.j2'

def root(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_m = missing
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(1906)
    l_0_m = context.vars['m'] = environment.get_template('macros.md.j2', 'report.md.j2')._get_default_module(context)
    context.exported_vars.discard('m')
    yield '\n'
    yield from context.blocks['导语'][0](context)
    yield '\n'
    yield from context.blocks['题_年度任务'][0](context)
    yield '\n'
    yield from context.blocks['年度任务'][0](context)
    yield '\n\n'
    yield from context.blocks['题_组织领导'][0](context)
    yield '\n'
    yield from context.blocks['组织领导'][0](context)
    yield '\n'
    yield from context.blocks['题_工作部署'][0](context)
    yield '\n'
    yield from context.blocks['会议'][0](context)
    yield '\n'
    yield from context.blocks['政策文件'][0](context)
    yield '\n'
    yield from context.blocks['题_工作对接'][0](context)
    yield '\n'
    yield from context.blocks['互访'][0](context)
    yield '\n'
    yield from context.blocks['题_结对'][0](context)
    yield '\n'
    yield from context.blocks['结对'][0](context)
    yield '\n'
    yield from context.blocks['教育成效'][0](context)
    yield '\n\n'
    yield from context.blocks['题_巩固成果'][0](context)
    yield '\n'
    yield from context.blocks['巩固成果'][0](context)
    yield '\n'
    yield from context.blocks['题_成果'][0](context)
    yield '\n'
    yield from context.blocks['资金用途'][0](context)
    yield '\n'
    yield from context.blocks['题_就业'][0](context)
    yield '\n'
    yield from context.blocks['就业'][0](context)
    yield '\n'
    yield from context.blocks['题_倾斜支持'][0](context)
    yield '\n'
    yield from context.blocks['倾斜支持'][0](context)
    yield '\n'
    yield from context.blocks['题_消费帮扶'][0](context)
    yield '\n'
    yield from context.blocks['消费帮扶'][0](context)
    yield '\n'
    yield from context.blocks['题_特殊群体'][0](context)
    yield '\n'
    yield from context.blocks['特殊群体'][0](context)
    yield '\n\n'
    yield from context.blocks['题_区域协作'][0](context)
    yield '\n'
    yield from context.blocks['区域协作'][0](context)
    yield '\n'
    yield from context.blocks['题_优惠政策'][0](context)
    yield '\n'
    yield from context.blocks['优惠政策'][0](context)
    yield '\n'
    yield from context.blocks['题_产业园区'][0](context)
    yield '\n'
    yield from context.blocks['产业园区'][0](context)
    yield '\n'
    yield from context.blocks['题_引进企业'][0](context)
    yield '\n'
    yield from context.blocks['引进企业'][0](context)
    yield '\n'
    yield from context.blocks['题_帮扶车间'][0](context)
    yield '\n'
    yield from context.blocks['帮扶车间'][0](context)
    yield '\n'
    yield from context.blocks['题_项目带动'][0](context)
    yield '\n'
    yield from context.blocks['项目带动'][0](context)
    yield '\n\n'
    yield from context.blocks['题_乡村振兴'][0](context)
    yield '\n'
    yield from context.blocks['乡村振兴'][0](context)
    yield '\n'
    yield from context.blocks['题_干部人才'][0](context)
    yield '\n'
    yield from context.blocks['干部人才'][0](context)
    yield '\n'
    yield from context.blocks['干部人才培训'][0](context)
    yield '\n'
    yield from context.blocks['题_关心关爱'][0](context)
    yield '\n'
    yield from context.blocks['关心关爱'][0](context)
    yield '\n'
    yield from context.blocks['题_资金管理'][0](context)
    yield '\n'
    yield from context.blocks['财政资金'][0](context)
    yield '\n'
    yield from context.blocks['社会帮扶资金'][0](context)
    yield '\n'
    yield from context.blocks['资金管理办法'][0](context)
    yield '\n'
    yield from context.blocks['题_示范村'][0](context)
    yield '\n'
    yield from context.blocks['示范村'][0](context)
    yield '\n\n'
    yield from context.blocks['题_工作创新'][0](context)
    yield '\n'
    yield from context.blocks['工作创新'][0](context)
    yield '\n'
    yield from context.blocks['题_问题整改'][0](context)
    yield '\n'
    yield from context.blocks['问题整改'][0](context)
    yield '\n'
    yield from context.blocks['题_存在问题'][0](context)
    yield '\n'
    yield from context.blocks['存在问题'][0](context)
    yield '\n'
    yield from context.blocks['题_下一步'][0](context)
    yield '\n'
    yield from context.blocks['下一步'][0](context)

def block_导语(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_text = resolve('text')
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(6)
    yield '\x11导语\x12'
    yield escape(environment.finalize(context, environment.call(context, (undefined(name='text') if l_0_text is missing else l_0_text), 'lead', _block_vars=_block_vars)))
    yield '\n\x13'

def block_题_年度任务(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(20)
    yield '\x11题_年度任务\x12# 年度任务完成情况\n\x13'

def block_年度任务(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(7)
    yield '\x11年度任务\x12\x13'

def block_题_组织领导(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(17)
    yield '\x11题_组织领导\x12## 组织领导\n\x13'

def block_组织领导(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(7)
    yield '\x11组织领导\x12\x13'

def block_题_工作部署(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(22)
    yield '\x11题_工作部署\x12### 工作推动部署情况\n\x13'

def block_会议(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_会议 = resolve('会议')
    l_0_zero = resolve('zero')
    l_0_place = resolve('place')
    l_0_f = resolve('f')
    l_0_vs = resolve('vs')
    l_0_m = resolve('m')
    l_0_told = resolve('told')
    l_0_jn = resolve('jn')
    l_0_clause = resolve('clause')
    try:
        t_2 = environment.filters[' both']
    except KeyError:
        @internalcode
        def t_2(*unused):
            raise TemplateRuntimeError("No filter named ' both' found.")
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_3 = environment.filters[' holds']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named ' holds' found.")
    try:
        t_4 = environment.filters[' kept']
    except KeyError:
        @internalcode
        def t_4(*unused):
            raise TemplateRuntimeError("No filter named ' kept' found.")
    try:
        t_5 = environment.filters[' lacks']
    except KeyError:
        @internalcode
        def t_5(*unused):
            raise TemplateRuntimeError("No filter named ' lacks' found.")
    try:
        t_6 = environment.filters[' may hold']
    except KeyError:
        @internalcode
        def t_6(*unused):
            raise TemplateRuntimeError("No filter named ' may hold' found.")
    try:
        t_7 = environment.filters[' missing']
    except KeyError:
        @internalcode
        def t_7(*unused):
            raise TemplateRuntimeError("No filter named ' missing' found.")
    try:
        t_8 = environment.filters[' not']
    except KeyError:
        @internalcode
        def t_8(*unused):
            raise TemplateRuntimeError("No filter named ' not' found.")
    try:
        t_9 = environment.filters['trim']
    except KeyError:
        @internalcode
        def t_9(*unused):
            raise TemplateRuntimeError("No filter named 'trim' found.")
    try:
        t_10 = environment.filters['vs']
    except KeyError:
        @internalcode
        def t_10(*unused):
            raise TemplateRuntimeError("No filter named 'vs' found.")
    pass
    t_1(69)
    yield '\x11会议\x12'
    if t_5((t_2(t_8(environment.call(context, (undefined(name='zero') if l_0_zero is missing else l_0_zero), '会议.合计', _block_vars=_block_vars))) if t_6((undefined(name='会议') if l_0_会议 is missing else l_0_会议)) else t_4(None))):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield escape(environment.finalize(context, environment.getattr((undefined(name='place') if l_0_place is missing else l_0_place), 'level')))
        yield '委、'
        yield escape(environment.finalize(context, environment.getattr((undefined(name='place') if l_0_place is missing else l_0_place), 'level')))
        yield '政府共召开'
        yield escape(environment.finalize(context, environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '会议.合计', _block_vars=_block_vars)))
        yield '会议'
        yield escape(environment.finalize(context, environment.call(context, (undefined(name='vs') if l_0_vs is missing else l_0_vs), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '会议.合计', _block_vars=_block_vars), _block_vars=_block_vars)))
        yield '，研究部署东西部协作工作。'
        l_0_told = environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'meetings'), (undefined(name='会议') if l_0_会议 is missing else l_0_会议), compare=True, _block_vars=_block_vars)
        _block_vars['told'] = l_0_told
        if t_5(t_9((undefined(name='told') if l_0_told is missing else l_0_told))):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield '其中，'
            yield escape(environment.finalize(context, (undefined(name='told') if l_0_told is missing else l_0_told)))
            yield '。'
        yield '\n'
    else:
        pass
        l_0_told = environment.call(context, (undefined(name='jn') if l_0_jn is missing else l_0_jn), [environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'named'), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '会议.常委会', _block_vars=_block_vars), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'named'), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '会议.常务会', _block_vars=_block_vars), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'named'), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '会议.领导小组会', _block_vars=_block_vars), _block_vars=_block_vars)], _block_vars=_block_vars)
        _block_vars['told'] = l_0_told
        if t_5((undefined(name='told') if l_0_told is missing else l_0_told)):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield '召开'
            yield escape(environment.finalize(context, (undefined(name='told') if l_0_told is missing else l_0_told)))
            yield '，研究部署东西部协作工作。\n'
    def macro():
        t_11 = []
        pass
        t_1(20)
        t_11.extend((
            '先后召开专题会议',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '会议.专题会')))),
            '，推动重点工作任务落实。',
        ))
        return concat(t_11)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    yield '\n\x13'

def block_政策文件(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_namespace = resolve('namespace')
    l_0_政策文件 = resolve('政策文件')
    l_0_m = resolve('m')
    l_0_dated = l_0_named = missing
    try:
        t_12 = environment.filters[' compare']
    except KeyError:
        @internalcode
        def t_12(*unused):
            raise TemplateRuntimeError("No filter named ' compare' found.")
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_13 = environment.filters[' either']
    except KeyError:
        @internalcode
        def t_13(*unused):
            raise TemplateRuntimeError("No filter named ' either' found.")
    try:
        t_14 = environment.filters[' fails']
    except KeyError:
        @internalcode
        def t_14(*unused):
            raise TemplateRuntimeError("No filter named ' fails' found.")
    try:
        t_3 = environment.filters[' holds']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named ' holds' found.")
    try:
        t_4 = environment.filters[' kept']
    except KeyError:
        @internalcode
        def t_4(*unused):
            raise TemplateRuntimeError("No filter named ' kept' found.")
    try:
        t_5 = environment.filters[' lacks']
    except KeyError:
        @internalcode
        def t_5(*unused):
            raise TemplateRuntimeError("No filter named ' lacks' found.")
    try:
        t_7 = environment.filters[' missing']
    except KeyError:
        @internalcode
        def t_7(*unused):
            raise TemplateRuntimeError("No filter named ' missing' found.")
    try:
        t_8 = environment.filters[' not']
    except KeyError:
        @internalcode
        def t_8(*unused):
            raise TemplateRuntimeError("No filter named ' not' found.")
    pass
    t_1(12)
    yield '\x11政策文件\x12'
    (l_0_dated, l_0_named) = (environment.call(context, (undefined(name='namespace') if l_0_namespace is missing else l_0_namespace), items=[], _block_vars=_block_vars), environment.call(context, (undefined(name='namespace') if l_0_namespace is missing else l_0_namespace), items=[], _block_vars=_block_vars))
    _block_vars.update({'dated': l_0_dated, 'named': l_0_named})
    def t_15(fiter):
        for l_1_d in fiter:
            if (t_1(0) and t_8(t_8(t_12(environment.getattr(l_1_d, '方式'), 'ne', '执行')))):
                yield l_1_d
    for l_1_d in t_15((undefined(name='政策文件') if l_0_政策文件 is missing else l_0_政策文件)):
        _loop_vars = {}
        pass
        t_1(0)
        if t_5((t_13(environment.getattr(l_1_d, '发文机关')) if t_14(environment.getattr(l_1_d, '日期')) else t_4(None))):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            if not isinstance(l_0_dated, Namespace):
                raise TemplateRuntimeError("cannot assign attribute on non-namespace object")
            l_0_dated['items'] = environment.call_binop(context, '+', environment.getattr((undefined(name='dated') if l_0_dated is missing else l_0_dated), 'items'), [l_1_d])
        else:
            pass
            if not isinstance(l_0_named, Namespace):
                raise TemplateRuntimeError("cannot assign attribute on non-namespace object")
            l_0_named['items'] = environment.call_binop(context, '+', environment.getattr((undefined(name='named') if l_0_named is missing else l_0_named), 'items'), [l_1_d])
    l_1_d = missing
    if t_5(environment.getattr((undefined(name='dated') if l_0_dated is missing else l_0_dated), 'items')):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'docs'), environment.getattr((undefined(name='dated') if l_0_dated is missing else l_0_dated), 'items'), _block_vars=_block_vars)))
        yield '。'
    if t_5(environment.getattr((undefined(name='named') if l_0_named is missing else l_0_named), 'items')):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield '制定'
        yield escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'titles'), environment.getattr((undefined(name='named') if l_0_named is missing else l_0_named), 'items'), _block_vars=_block_vars)))
        yield '。'
    yield '\n\x13'

def block_题_工作对接(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(20)
    yield '\x11题_工作对接\x12### 工作对接情况\n\x13'

def block_互访(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_m = resolve('m')
    l_0_互访 = resolve('互访')
    l_0_partner = resolve('partner')
    l_0_place = resolve('place')
    l_0_f = resolve('f')
    l_0_jn = resolve('jn')
    l_0_counts = l_0_told = missing
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_3 = environment.filters[' holds']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named ' holds' found.")
    try:
        t_16 = environment.filters[' join']
    except KeyError:
        @internalcode
        def t_16(*unused):
            raise TemplateRuntimeError("No filter named ' join' found.")
    try:
        t_5 = environment.filters[' lacks']
    except KeyError:
        @internalcode
        def t_5(*unused):
            raise TemplateRuntimeError("No filter named ' lacks' found.")
    try:
        t_7 = environment.filters[' missing']
    except KeyError:
        @internalcode
        def t_7(*unused):
            raise TemplateRuntimeError("No filter named ' missing' found.")
    pass
    t_1(9)
    yield '\x11互访\x12'
    yield escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'visits'), (undefined(name='互访') if l_0_互访 is missing else l_0_互访), _block_vars=_block_vars)))
    l_0_counts = [environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), t_16([environment.getattr((undefined(name='partner') if l_0_partner is missing else l_0_partner), 'name'), '到', environment.getattr((undefined(name='place') if l_0_place is missing else l_0_place), 'name'), '调研对接']), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '互访.东到西.人次', _block_vars=_block_vars), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), t_16([environment.getattr((undefined(name='place') if l_0_place is missing else l_0_place), 'name'), '到', environment.getattr((undefined(name='partner') if l_0_partner is missing else l_0_partner), 'name'), '调研对接']), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '互访.西到东.人次', _block_vars=_block_vars), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '召开高层联席会议', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '会议.高层联席', _block_vars=_block_vars), _block_vars=_block_vars)]
    _block_vars['counts'] = l_0_counts
    l_0_told = environment.call(context, (undefined(name='jn') if l_0_jn is missing else l_0_jn), (undefined(name='counts') if l_0_counts is missing else l_0_counts), sep='，', _block_vars=_block_vars)
    _block_vars['told'] = l_0_told
    if t_5((undefined(name='told') if l_0_told is missing else l_0_told)):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield '全年'
        yield escape(environment.finalize(context, (undefined(name='told') if l_0_told is missing else l_0_told)))
        yield '。'
    yield '\n\x13'

def block_题_结对(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(22)
    yield '\x11题_结对\x12### 落实帮扶主体责任情况\n\x13'

def block_结对(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_结对 = resolve('结对')
    l_0_zero = resolve('zero')
    l_0_namespace = resolve('namespace')
    l_0_all = resolve('all')
    l_0_unchanged = resolve('unchanged')
    l_0_f = resolve('f')
    l_0_same = resolve('same')
    l_0_year = resolve('year')
    l_0_place = resolve('place')
    l_0_partner = resolve('partner')
    l_0_jn = resolve('jn')
    l_0_vs = resolve('vs')
    l_0_m = resolve('m')
    l_0_told = resolve('told')
    try:
        t_2 = environment.filters[' both']
    except KeyError:
        @internalcode
        def t_2(*unused):
            raise TemplateRuntimeError("No filter named ' both' found.")
    try:
        t_12 = environment.filters[' compare']
    except KeyError:
        @internalcode
        def t_12(*unused):
            raise TemplateRuntimeError("No filter named ' compare' found.")
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_3 = environment.filters[' holds']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named ' holds' found.")
    try:
        t_4 = environment.filters[' kept']
    except KeyError:
        @internalcode
        def t_4(*unused):
            raise TemplateRuntimeError("No filter named ' kept' found.")
    try:
        t_5 = environment.filters[' lacks']
    except KeyError:
        @internalcode
        def t_5(*unused):
            raise TemplateRuntimeError("No filter named ' lacks' found.")
    try:
        t_6 = environment.filters[' may hold']
    except KeyError:
        @internalcode
        def t_6(*unused):
            raise TemplateRuntimeError("No filter named ' may hold' found.")
    try:
        t_7 = environment.filters[' missing']
    except KeyError:
        @internalcode
        def t_7(*unused):
            raise TemplateRuntimeError("No filter named ' missing' found.")
    try:
        t_8 = environment.filters[' not']
    except KeyError:
        @internalcode
        def t_8(*unused):
            raise TemplateRuntimeError("No filter named ' not' found.")
    try:
        t_17 = environment.filters['unit']
    except KeyError:
        @internalcode
        def t_17(*unused):
            raise TemplateRuntimeError("No filter named 'unit' found.")
    pass
    t_1(29)
    yield '\x11结对\x12'
    if t_5((t_2(t_8(environment.call(context, (undefined(name='zero') if l_0_zero is missing else l_0_zero), '结对.合计', _block_vars=_block_vars))) if t_6((undefined(name='结对') if l_0_结对 is missing else l_0_结对)) else t_4(None))):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        l_0_all = environment.call(context, (undefined(name='namespace') if l_0_namespace is missing else l_0_namespace), figures=[], items=[], _block_vars=_block_vars)
        _block_vars['all'] = l_0_all
        def t_18(fiter):
            for l_1_p in fiter:
                if (t_1(0) and t_8(t_8(t_12(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), environment.getattr(l_1_p, '数量键')), 'gt', 0)))):
                    yield l_1_p
        for l_1_p in t_18((undefined(name='结对') if l_0_结对 is missing else l_0_结对)):
            _loop_vars = {}
            pass
            t_1(0)
            if not isinstance(l_0_all, Namespace):
                raise TemplateRuntimeError("cannot assign attribute on non-namespace object")
            l_0_all['figures'] = environment.call_binop(context, '+', environment.getattr((undefined(name='all') if l_0_all is missing else l_0_all), 'figures'), [environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), environment.getattr(l_1_p, '数量键'), _loop_vars=_loop_vars)])
        l_1_p = missing
        l_0_same = environment.call(context, (undefined(name='unchanged') if l_0_unchanged is missing else l_0_unchanged), environment.call_binop(context, '+', environment.getattr((undefined(name='all') if l_0_all is missing else l_0_all), 'figures'), [environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '结对.合计', _block_vars=_block_vars)]), _block_vars=_block_vars)
        _block_vars['same'] = l_0_same
        def t_19(fiter):
            for l_1_p in fiter:
                if (t_1(0) and t_8(t_8(t_12(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), environment.getattr(l_1_p, '数量键')), 'gt', 0)))):
                    yield l_1_p
        for l_1_p in t_19((undefined(name='结对') if l_0_结对 is missing else l_0_结对)):
            l_1_item = missing
            _loop_vars = {}
            pass
            t_1(2)
            t_20 = []
            pass
            t_20.extend((
                escape(environment.finalize(context, environment.getattr(l_1_p, '名称'))),
                '结对',
                escape(environment.finalize(context, t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), environment.getattr(l_1_p, '数量键')), '对'))),
            ))
            if t_5(t_8((undefined(name='same') if l_0_same is missing else l_0_same))):
                pass
                t_20.append(
                    escape(environment.finalize(context, t_7(None))),
                )
            elif t_3(None):
                pass
                t_20.append(
                    escape(environment.finalize(context, environment.call(context, (undefined(name='vs') if l_0_vs is missing else l_0_vs), t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), environment.getattr(l_1_p, '数量键')), '对')))),
                )
            l_1_item = (Markup if context.eval_ctx.autoescape else identity)(concat(t_20))
            _loop_vars['item'] = l_1_item
            if not isinstance(l_0_all, Namespace):
                raise TemplateRuntimeError("cannot assign attribute on non-namespace object")
            l_0_all['items'] = environment.call_binop(context, '+', environment.getattr((undefined(name='all') if l_0_all is missing else l_0_all), 'items'), [(undefined(name='item') if l_1_item is missing else l_1_item)])
        l_1_p = l_1_item = missing
        yield escape(environment.finalize(context, (undefined(name='year') if l_0_year is missing else l_0_year)))
        yield escape(environment.finalize(context, environment.getattr((undefined(name='place') if l_0_place is missing else l_0_place), 'name')))
        yield '与'
        yield escape(environment.finalize(context, environment.getattr((undefined(name='partner') if l_0_partner is missing else l_0_partner), 'name')))
        yield '完成'
        yield escape(environment.finalize(context, environment.call(context, (undefined(name='jn') if l_0_jn is missing else l_0_jn), environment.getattr((undefined(name='all') if l_0_all is missing else l_0_all), 'items'), _block_vars=_block_vars)))
        yield '，共计结对'
        yield escape(environment.finalize(context, environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '结对.合计', _block_vars=_block_vars)))
        if t_5((undefined(name='same') if l_0_same is missing else l_0_same)):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield '，'
            yield escape(environment.finalize(context, (undefined(name='same') if l_0_same is missing else l_0_same)))
        else:
            pass
            yield escape(environment.finalize(context, environment.call(context, (undefined(name='vs') if l_0_vs is missing else l_0_vs), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '结对.合计', _block_vars=_block_vars), _block_vars=_block_vars)))
        yield '。\n'
    else:
        pass
        l_0_told = environment.call(context, (undefined(name='jn') if l_0_jn is missing else l_0_jn), [environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'pair'), '街道（乡镇）', t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '结对.街道', _block_vars=_block_vars), '个'), '帮扶乡镇', t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '结对.街道.西部乡镇', _block_vars=_block_vars), '个'), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'pair'), '社区（村）', t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '结对.社区', _block_vars=_block_vars), '个'), '帮扶村', t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '结对.社区.西部村', _block_vars=_block_vars), '个'), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'pair'), '企业', t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '结对.企业', _block_vars=_block_vars), '家'), '帮扶村', t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '结对.企业.西部村', _block_vars=_block_vars), '个'), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'pair'), '社会组织', t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '结对.社会组织', _block_vars=_block_vars), '个'), '帮扶村', t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '结对.社会组织.西部村', _block_vars=_block_vars), '个'), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'pair'), '学校', t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '结对.学校', _block_vars=_block_vars), '所'), '帮扶学校', t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '结对.学校.西部', _block_vars=_block_vars), '所'), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'pair'), '医院', t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '结对.医院', _block_vars=_block_vars), '家'), '帮扶医院', t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '结对.医院.西部', _block_vars=_block_vars), '家'), _block_vars=_block_vars)], sep='；', _block_vars=_block_vars)
        _block_vars['told'] = l_0_told
        if t_5((undefined(name='told') if l_0_told is missing else l_0_told)):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield escape(environment.finalize(context, (undefined(name='year') if l_0_year is missing else l_0_year)))
            yield escape(environment.finalize(context, environment.getattr((undefined(name='partner') if l_0_partner is missing else l_0_partner), 'name')))
            yield '与'
            yield escape(environment.finalize(context, environment.getattr((undefined(name='place') if l_0_place is missing else l_0_place), 'name')))
            yield '结对，参与结对的'
            yield escape(environment.finalize(context, (undefined(name='told') if l_0_told is missing else l_0_told)))
            yield '。\n'
    yield '\x13'

def block_教育成效(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_clause = resolve('clause')
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_10 = environment.filters['vs']
    except KeyError:
        @internalcode
        def t_10(*unused):
            raise TemplateRuntimeError("No filter named 'vs' found.")
    pass
    t_1(30)
    yield '\x11教育成效\x12'
    def macro():
        t_21 = []
        l_1_year = resolve('year')
        l_1_f = resolve('f')
        l_1_m = resolve('m')
        pass
        t_1(11)
        t_21.extend((
            escape(environment.finalize(context, (undefined(name='year') if l_1_year is missing else l_1_year))),
            '高考本科上线',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '高考.上线.人数')))),
            '，上线率',
            escape(environment.finalize(context, environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '高考.上线.率'))),
            escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_1_m is missing else l_1_m), 'points'), environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '高考.上线.较上年'), environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '高考.上线.较前年')))),
            '。',
        ))
        return concat(t_21)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    def macro():
        t_22 = []
        l_1_f = resolve('f')
        l_1_m = resolve('m')
        pass
        t_1(11)
        t_22.extend((
            '高考本科录取',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '高考.录取.人数')))),
            '，录取率',
            escape(environment.finalize(context, environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '高考.录取.率'))),
            escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_1_m is missing else l_1_m), 'points'), environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '高考.录取.较上年'), environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '高考.录取.较前年')))),
            '。',
        ))
        return concat(t_22)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    yield '\n\x13'

def block_题_巩固成果(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(25)
    yield '\x11题_巩固成果\x12## 助力巩固拓展脱贫攻坚成果\n\x13'

def block_巩固成果(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(7)
    yield '\x11巩固成果\x12\x13'

def block_题_成果(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(24)
    yield '\x11题_成果\x12### 巩固拓展脱贫攻坚成果情况\n\x13'

def block_资金用途(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_zero = resolve('zero')
    l_0_year = resolve('year')
    l_0_partner = resolve('partner')
    l_0_place = resolve('place')
    l_0_f = resolve('f')
    l_0_资金用途 = resolve('资金用途')
    l_0_m = resolve('m')
    l_0_uses = resolve('uses')
    l_0_jn = resolve('jn')
    l_0_told = resolve('told')
    l_0_clause = resolve('clause')
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_3 = environment.filters[' holds']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named ' holds' found.")
    try:
        t_5 = environment.filters[' lacks']
    except KeyError:
        @internalcode
        def t_5(*unused):
            raise TemplateRuntimeError("No filter named ' lacks' found.")
    try:
        t_7 = environment.filters[' missing']
    except KeyError:
        @internalcode
        def t_7(*unused):
            raise TemplateRuntimeError("No filter named ' missing' found.")
    try:
        t_8 = environment.filters[' not']
    except KeyError:
        @internalcode
        def t_8(*unused):
            raise TemplateRuntimeError("No filter named ' not' found.")
    try:
        t_9 = environment.filters['trim']
    except KeyError:
        @internalcode
        def t_9(*unused):
            raise TemplateRuntimeError("No filter named 'trim' found.")
    try:
        t_10 = environment.filters['vs']
    except KeyError:
        @internalcode
        def t_10(*unused):
            raise TemplateRuntimeError("No filter named 'vs' found.")
    pass
    t_1(43)
    yield '\x11资金用途\x12'
    if t_5(t_8(environment.call(context, (undefined(name='zero') if l_0_zero is missing else l_0_zero), '资金.财政.总额', _block_vars=_block_vars))):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield escape(environment.finalize(context, (undefined(name='year') if l_0_year is missing else l_0_year)))
        yield escape(environment.finalize(context, environment.getattr((undefined(name='partner') if l_0_partner is missing else l_0_partner), 'name')))
        yield '帮扶'
        yield escape(environment.finalize(context, environment.getattr((undefined(name='place') if l_0_place is missing else l_0_place), 'name')))
        yield '财政资金'
        yield escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '资金.财政.总额', _block_vars=_block_vars))))
        l_0_uses = (t_7(None) if t_5((undefined(name='资金用途') if l_0_资金用途 is missing else l_0_资金用途)) else (environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'fund_uses'), (undefined(name='资金用途') if l_0_资金用途 is missing else l_0_资金用途), _block_vars=_block_vars) if t_3(None) else ''))
        _block_vars['uses'] = l_0_uses
        if t_5(t_9((undefined(name='uses') if l_0_uses is missing else l_0_uses))):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield '，其中'
            yield escape(environment.finalize(context, (undefined(name='uses') if l_0_uses is missing else l_0_uses)))
        else:
            pass
            l_0_told = environment.call(context, (undefined(name='jn') if l_0_jn is missing else l_0_jn), [environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '用于产业帮扶', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '资金.用途.产业帮扶', _block_vars=_block_vars), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '用于就业帮扶', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '资金.用途.就业帮扶', _block_vars=_block_vars), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '用于干部和人才培训', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '资金.用途.干部人才培训', _block_vars=_block_vars), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '用于打造乡村振兴示范典型', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '资金.用途.示范典型', _block_vars=_block_vars), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '用于加强乡村公共基础设施建设', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '资金.用途.公共基础设施', _block_vars=_block_vars), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '用于提升教育、医疗等乡村基本公共服务水平', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '资金.用途.公共服务', _block_vars=_block_vars), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '用于改善乡村人居环境', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '资金.用途.人居环境', _block_vars=_block_vars), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '用于脱贫残疾人帮扶', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '资金.用途.残疾人', _block_vars=_block_vars), _block_vars=_block_vars)], sep='；', _block_vars=_block_vars)
            _block_vars['told'] = l_0_told
            if t_5((undefined(name='told') if l_0_told is missing else l_0_told)):
                pass
                yield escape(environment.finalize(context, t_7(None)))
            elif t_3(None):
                pass
                yield '。按用途统计，'
                yield escape(environment.finalize(context, (undefined(name='told') if l_0_told is missing else l_0_told)))
        yield '。'
    def macro():
        t_23 = []
        pass
        t_1(18)
        t_23.extend((
            '东西部协作财政项目累计带动脱贫人口',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '带动.脱贫人口')))),
            '。',
        ))
        return concat(t_23)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    yield '\n\x13'

def block_题_就业(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(23)
    yield '\x11题_就业\x12### 组织农村劳动力就业情况\n\x13'

def block_就业(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_m = resolve('m')
    l_0_活动 = resolve('活动')
    l_0_clause = resolve('clause')
    l_0_zero = resolve('zero')
    l_0_place = resolve('place')
    l_0_f = resolve('f')
    l_0_jn = resolve('jn')
    l_0_east = l_0_home = l_0_other = l_0_told = missing
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_3 = environment.filters[' holds']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named ' holds' found.")
    try:
        t_5 = environment.filters[' lacks']
    except KeyError:
        @internalcode
        def t_5(*unused):
            raise TemplateRuntimeError("No filter named ' lacks' found.")
    try:
        t_7 = environment.filters[' missing']
    except KeyError:
        @internalcode
        def t_7(*unused):
            raise TemplateRuntimeError("No filter named ' missing' found.")
    try:
        t_8 = environment.filters[' not']
    except KeyError:
        @internalcode
        def t_8(*unused):
            raise TemplateRuntimeError("No filter named ' not' found.")
    try:
        t_17 = environment.filters['unit']
    except KeyError:
        @internalcode
        def t_17(*unused):
            raise TemplateRuntimeError("No filter named 'unit' found.")
    try:
        t_10 = environment.filters['vs']
    except KeyError:
        @internalcode
        def t_10(*unused):
            raise TemplateRuntimeError("No filter named 'vs' found.")
    try:
        t_24 = environment.filters['where']
    except KeyError:
        @internalcode
        def t_24(*unused):
            raise TemplateRuntimeError("No filter named 'where' found.")
    pass
    t_1(150)
    yield '\x11就业\x12'
    yield escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'activities'), t_24((undefined(name='活动') if l_0_活动 is missing else l_0_活动), 领域='劳务协作'), _block_vars=_block_vars)))
    def macro():
        t_25 = []
        pass
        t_1(29)
        t_25.extend((
            '发布招聘公告',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '招聘.公告')))),
            '，推送用工企业',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '招聘.推送企业')))),
            '，推送岗位',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '招聘.推送岗位')))),
        ))
        def macro():
            t_26 = []
            pass
            t_1(10)
            t_26.extend((
                '，举行劳动力输送仪式',
                escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '招聘.输送仪式')))),
            ))
            return concat(t_26)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        t_25.append(environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller))
        t_25.append(
            '。',
        )
        return concat(t_25)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    def macro():
        t_27 = []
        pass
        t_1(11)
        t_27.extend((
            '网络直播招聘观看人数',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '招聘.观看')))),
            '。',
        ))
        return concat(t_27)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    def macro():
        t_28 = []
        pass
        t_1(17)
        t_28.extend((
            '全年举办招聘活动',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '招聘.场次')))),
        ))
        def macro():
            t_29 = []
            pass
            t_1(8)
            t_29.extend((
                '，其中线上',
                escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '招聘.场次.线上')))),
                '、线下',
                escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '招聘.场次.线下')))),
            ))
            return concat(t_29)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        t_28.append(environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller))
        t_28.append(
            '。',
        )
        return concat(t_28)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    if t_5(t_8(environment.call(context, (undefined(name='zero') if l_0_zero is missing else l_0_zero), '就业.合计', _block_vars=_block_vars))):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield '截至目前，'
        yield escape(environment.finalize(context, environment.getattr((undefined(name='place') if l_0_place is missing else l_0_place), 'name')))
        yield '通过东西部协作帮助实现就业'
        yield escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '就业.合计', _block_vars=_block_vars))))
        def macro():
            t_30 = []
            pass
            t_1(7)
            t_30.extend((
                '，其中脱贫人口',
                escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '就业.合计.脱贫')))),
            ))
            return concat(t_30)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
        yield '。\n'
    t_31 = []
    pass
    def macro():
        t_32 = []
        pass
        t_1(9)
        t_32.extend((
            '到东部结对省份就业',
            escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'people'), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '就业.赴东部'), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '就业.赴东部.脱贫')))),
        ))
        return concat(t_32)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    t_31.append(environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller))
    l_0_east = (Markup if context.eval_ctx.autoescape else identity)(concat(t_31))
    _block_vars['east'] = l_0_east
    t_33 = []
    pass
    def macro():
        t_34 = []
        pass
        t_1(6)
        t_34.extend((
            '省内就近就业',
            escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'people'), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '就业.省内'), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '就业.省内.脱贫')))),
        ))
        return concat(t_34)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    t_33.append(environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller))
    l_0_home = (Markup if context.eval_ctx.autoescape else identity)(concat(t_33))
    _block_vars['home'] = l_0_home
    t_35 = []
    pass
    def macro():
        t_36 = []
        pass
        t_1(7)
        t_36.extend((
            '到其他地区就业',
            escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'people'), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '就业.其他'), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '就业.其他.脱贫')))),
        ))
        return concat(t_36)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    t_35.append(environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller))
    l_0_other = (Markup if context.eval_ctx.autoescape else identity)(concat(t_35))
    _block_vars['other'] = l_0_other
    l_0_told = environment.call(context, (undefined(name='jn') if l_0_jn is missing else l_0_jn), [(undefined(name='east') if l_0_east is missing else l_0_east), (undefined(name='home') if l_0_home is missing else l_0_home), (undefined(name='other') if l_0_other is missing else l_0_other)], sep='，', _block_vars=_block_vars)
    _block_vars['told'] = l_0_told
    if t_5((undefined(name='told') if l_0_told is missing else l_0_told)):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield '按去向分，'
        yield escape(environment.finalize(context, (undefined(name='told') if l_0_told is missing else l_0_told)))
        yield '。'
    def macro():
        t_37 = []
        l_1_of_which = resolve('of_which')
        pass
        t_1(18)
        t_37.extend((
            '举办劳务协作培训班',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '劳务培训.期数')))),
            '，培训农村劳动力',
            escape(environment.finalize(context, environment.call(context, (undefined(name='of_which') if l_1_of_which is missing else l_1_of_which), t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '劳务培训.人数'), '人次'), [('脱贫劳动力', t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '劳务培训.人数.脱贫'), '人次'))], compare=True))),
            '。',
        ))
        return concat(t_37)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    def macro():
        t_38 = []
        l_1_of_which = resolve('of_which')
        pass
        t_1(14)
        t_38.extend((
            '到东部就读职业学校农村学生',
            escape(environment.finalize(context, environment.call(context, (undefined(name='of_which') if l_1_of_which is missing else l_1_of_which), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '就业.职校学生'), [('毕业学生实现就业', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '就业.职校学生.毕业就业'))], compare=True))),
            '。',
        ))
        return concat(t_38)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    yield '\n\x13'

def block_题_倾斜支持(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(32)
    yield '\x11题_倾斜支持\x12### 对国家乡村振兴重点帮扶县倾斜支持情况\n\x13'

def block_倾斜支持(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_m = resolve('m')
    l_0_f = resolve('f')
    l_0_jn = resolve('jn')
    l_0_partner = resolve('partner')
    l_0_place = resolve('place')
    l_0_counts = l_0_told = missing
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_3 = environment.filters[' holds']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named ' holds' found.")
    try:
        t_5 = environment.filters[' lacks']
    except KeyError:
        @internalcode
        def t_5(*unused):
            raise TemplateRuntimeError("No filter named ' lacks' found.")
    try:
        t_7 = environment.filters[' missing']
    except KeyError:
        @internalcode
        def t_7(*unused):
            raise TemplateRuntimeError("No filter named ' missing' found.")
    try:
        t_17 = environment.filters['unit']
    except KeyError:
        @internalcode
        def t_17(*unused):
            raise TemplateRuntimeError("No filter named 'unit' found.")
    pass
    t_1(15)
    yield '\x11倾斜支持\x12'
    l_0_counts = [environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '拨付到位财政援助资金', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '倾斜支持.财政资金', _block_vars=_block_vars), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '启动实施帮扶项目', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '倾斜支持.启动项目数', _block_vars=_block_vars), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '选派挂职干部', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '倾斜支持.挂职干部', _block_vars=_block_vars), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '选派专业技术人才', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '倾斜支持.专技人才', _block_vars=_block_vars), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '新增引导落地投产企业', t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '倾斜支持.落地企业', _block_vars=_block_vars), '家'), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '实际到位投资', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '倾斜支持.到位投资', _block_vars=_block_vars), _block_vars=_block_vars)]
    _block_vars['counts'] = l_0_counts
    l_0_told = environment.call(context, (undefined(name='jn') if l_0_jn is missing else l_0_jn), (undefined(name='counts') if l_0_counts is missing else l_0_counts), sep='，', _block_vars=_block_vars)
    _block_vars['told'] = l_0_told
    if t_5((undefined(name='told') if l_0_told is missing else l_0_told)):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield escape(environment.finalize(context, environment.getattr((undefined(name='partner') if l_0_partner is missing else l_0_partner), 'name')))
        yield '对'
        yield escape(environment.finalize(context, environment.getattr((undefined(name='place') if l_0_place is missing else l_0_place), 'name')))
        yield '倾斜支持，'
        yield escape(environment.finalize(context, (undefined(name='told') if l_0_told is missing else l_0_told)))
        yield '。\n'
    yield '\x13'

def block_题_消费帮扶(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(22)
    yield '\x11题_消费帮扶\x12### 消费帮扶开展情况\n\x13'

def block_消费帮扶(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_政策文件 = resolve('政策文件')
    l_0_活动 = resolve('活动')
    l_0_jn = resolve('jn')
    l_0_m = resolve('m')
    l_0_f = resolve('f')
    l_0_enum = resolve('enum')
    l_0_clause = resolve('clause')
    l_0_zero = resolve('zero')
    l_0_place = resolve('place')
    l_0_known = resolve('known')
    l_0_prev = resolve('prev')
    l_0_base = resolve('base')
    l_0_policy = l_0_events = l_0_point_policy = l_0_meetings = l_0_deals = l_0_matched = l_0_point_market = missing
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_13 = environment.filters[' either']
    except KeyError:
        @internalcode
        def t_13(*unused):
            raise TemplateRuntimeError("No filter named ' either' found.")
    try:
        t_14 = environment.filters[' fails']
    except KeyError:
        @internalcode
        def t_14(*unused):
            raise TemplateRuntimeError("No filter named ' fails' found.")
    try:
        t_3 = environment.filters[' holds']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named ' holds' found.")
    try:
        t_4 = environment.filters[' kept']
    except KeyError:
        @internalcode
        def t_4(*unused):
            raise TemplateRuntimeError("No filter named ' kept' found.")
    try:
        t_5 = environment.filters[' lacks']
    except KeyError:
        @internalcode
        def t_5(*unused):
            raise TemplateRuntimeError("No filter named ' lacks' found.")
    try:
        t_7 = environment.filters[' missing']
    except KeyError:
        @internalcode
        def t_7(*unused):
            raise TemplateRuntimeError("No filter named ' missing' found.")
    try:
        t_8 = environment.filters[' not']
    except KeyError:
        @internalcode
        def t_8(*unused):
            raise TemplateRuntimeError("No filter named ' not' found.")
    try:
        t_39 = environment.filters['in_unit']
    except KeyError:
        @internalcode
        def t_39(*unused):
            raise TemplateRuntimeError("No filter named 'in_unit' found.")
    try:
        t_40 = environment.filters['money']
    except KeyError:
        @internalcode
        def t_40(*unused):
            raise TemplateRuntimeError("No filter named 'money' found.")
    try:
        t_10 = environment.filters['vs']
    except KeyError:
        @internalcode
        def t_10(*unused):
            raise TemplateRuntimeError("No filter named 'vs' found.")
    try:
        t_24 = environment.filters['where']
    except KeyError:
        @internalcode
        def t_24(*unused):
            raise TemplateRuntimeError("No filter named 'where' found.")
    pass
    t_1(133)
    yield '\x11消费帮扶\x12'
    l_0_policy = t_24((undefined(name='政策文件') if l_0_政策文件 is missing else l_0_政策文件), 领域='消费帮扶')
    _block_vars['policy'] = l_0_policy
    l_0_events = t_24((undefined(name='活动') if l_0_活动 is missing else l_0_活动), 领域='消费帮扶')
    _block_vars['events'] = l_0_events
    t_41 = []
    pass
    if t_5((undefined(name='policy') if l_0_policy is missing else l_0_policy)):
        pass
        t_41.append(
            escape(environment.finalize(context, t_7(None))),
        )
    elif t_3(None):
        pass
        t_41.extend((
            '强化政策引领。出台',
            escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'titles'), (undefined(name='policy') if l_0_policy is missing else l_0_policy)))),
        ))
    l_0_point_policy = (Markup if context.eval_ctx.autoescape else identity)(concat(t_41))
    _block_vars['point_policy'] = l_0_point_policy
    l_0_meetings = environment.call(context, (undefined(name='jn') if l_0_jn is missing else l_0_jn), [environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '举行线上消费帮扶对接会', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '消费活动.线上对接会', _block_vars=_block_vars), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '参加省市组织的对接会', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '消费活动.省市对接会', _block_vars=_block_vars), _block_vars=_block_vars)], sep='，', _block_vars=_block_vars)
    _block_vars['meetings'] = l_0_meetings
    t_42 = []
    pass
    def macro():
        t_43 = []
        pass
        t_1(11)
        t_43.extend((
            '达成采购框架协议',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '消费活动.框架协议')))),
        ))
        def macro():
            t_44 = []
            pass
            t_1(3)
            t_44.extend((
                '，金额',
                escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '消费活动.框架金额')))),
            ))
            return concat(t_44)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        t_43.append(environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller))
        return concat(t_43)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    t_42.append(environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller))
    l_0_deals = (Markup if context.eval_ctx.autoescape else identity)(concat(t_42))
    _block_vars['deals'] = l_0_deals
    l_0_matched = environment.call(context, (undefined(name='jn') if l_0_jn is missing else l_0_jn), [(undefined(name='meetings') if l_0_meetings is missing else l_0_meetings), (undefined(name='deals') if l_0_deals is missing else l_0_deals)], sep='，', _block_vars=_block_vars)
    _block_vars['matched'] = l_0_matched
    t_45 = []
    pass
    if t_5((t_13((undefined(name='matched') if l_0_matched is missing else l_0_matched)) if t_14((undefined(name='events') if l_0_events is missing else l_0_events)) else t_4(None))):
        pass
        t_45.append(
            escape(environment.finalize(context, t_7(None))),
        )
    elif t_3(None):
        pass
        t_45.extend((
            '拓展消费帮扶渠道。',
            escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'activities'), (undefined(name='events') if l_0_events is missing else l_0_events)))),
            escape(environment.finalize(context, (undefined(name='matched') if l_0_matched is missing else l_0_matched))),
        ))
    l_0_point_market = (Markup if context.eval_ctx.autoescape else identity)(concat(t_45))
    _block_vars['point_market'] = l_0_point_market
    yield escape(environment.finalize(context, environment.call(context, (undefined(name='enum') if l_0_enum is missing else l_0_enum), [(undefined(name='point_policy') if l_0_point_policy is missing else l_0_point_policy), (undefined(name='point_market') if l_0_point_market is missing else l_0_point_market)], _block_vars=_block_vars)))
    yield '\n'
    def macro():
        t_46 = []
        l_1_vs = resolve('vs')
        pass
        t_1(24)
        t_46.extend((
            escape(environment.finalize(context, environment.getattr((undefined(name='place') if l_0_place is missing else l_0_place), 'name'))),
            '有',
            escape(environment.finalize(context, environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '消费协作.本地企业'))),
            '企业',
            escape(environment.finalize(context, environment.call(context, (undefined(name='vs') if l_1_vs is missing else l_1_vs), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '消费协作.本地企业')))),
            '与东部',
            escape(environment.finalize(context, environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '消费协作.东部企业'))),
            '企业',
            escape(environment.finalize(context, environment.call(context, (undefined(name='vs') if l_1_vs is missing else l_1_vs), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '消费协作.东部企业')))),
        ))
        def macro():
            t_47 = []
            pass
            t_1(9)
            t_47.extend((
                '、省外其他地方',
                escape(environment.finalize(context, environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '消费协作.省外企业'))),
                '企业',
                escape(environment.finalize(context, environment.call(context, (undefined(name='vs') if l_1_vs is missing else l_1_vs), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '消费协作.省外企业')))),
            ))
            return concat(t_47)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        t_46.append(environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller))
        t_46.append(
            '开展消费协作。',
        )
        return concat(t_46)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    if t_5(t_8(environment.call(context, (undefined(name='zero') if l_0_zero is missing else l_0_zero), '消费帮扶.销售额', _block_vars=_block_vars))):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield '截至目前，'
        yield escape(environment.finalize(context, environment.getattr((undefined(name='place') if l_0_place is missing else l_0_place), 'name')))
        yield '农特产品实现东西部协作帮扶销售金额'
        yield escape(environment.finalize(context, t_40(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '消费帮扶.销售额', _block_vars=_block_vars))))
        l_0_base = (t_7(None) if t_5(environment.call(context, (undefined(name='known') if l_0_known is missing else l_0_known), '消费帮扶.销售额.上年', _block_vars=_block_vars)) else (environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '消费帮扶.销售额.上年', _block_vars=_block_vars) if t_3(None) else environment.call(context, (undefined(name='prev') if l_0_prev is missing else l_0_prev), '消费帮扶.销售额', _block_vars=_block_vars)))
        _block_vars['base'] = l_0_base
        def macro():
            t_48 = []
            l_1_growth = resolve('growth')
            pass
            t_1(7)
            t_48.extend((
                '，较上年全年的',
                escape(environment.finalize(context, t_40((undefined(name='base') if l_0_base is missing else l_0_base)))),
                escape(environment.finalize(context, environment.call(context, (undefined(name='growth') if l_1_growth is missing else l_1_growth), t_39(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '消费帮扶.销售额'), '万元'), t_39((undefined(name='base') if l_0_base is missing else l_0_base), '万元')))),
            ))
            return concat(t_48)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
        yield '。'
    def macro():
        t_49 = []
        l_1_vs = resolve('vs')
        pass
        t_1(33)
        t_49.extend((
            escape(environment.finalize(context, environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '认定.企业'))),
            '企业',
            escape(environment.finalize(context, environment.call(context, (undefined(name='vs') if l_1_vs is missing else l_1_vs), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '认定.企业')))),
            escape(environment.finalize(context, environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '认定.产品'))),
            '产品',
            escape(environment.finalize(context, environment.call(context, (undefined(name='vs') if l_1_vs is missing else l_1_vs), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '认定.产品')))),
            '通过扶贫产品认定',
        ))
        def macro():
            t_50 = []
            pass
            t_1(20)
            t_50.extend((
                '，',
                escape(environment.finalize(context, environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '认定.平台供应商'))),
                '企业',
                escape(environment.finalize(context, environment.call(context, (undefined(name='vs') if l_1_vs is missing else l_1_vs), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '认定.平台供应商')))),
                '成为脱贫地区农副产品销售平台供应商',
            ))
            return concat(t_50)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        t_49.append(environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller))
        t_49.append(
            '。',
        )
        return concat(t_49)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    def macro():
        t_51 = []
        pass
        t_1(8)
        t_51.extend((
            '共带动脱贫户',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '带动.脱贫户')))),
        ))
        def macro():
            t_52 = []
            pass
            t_1(1)
            t_52.extend((
                '、',
                escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '带动.脱贫户人口')))),
            ))
            return concat(t_52)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        t_51.append(environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller))
        t_51.append(
            '。',
        )
        return concat(t_51)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    yield '\n\x13'

def block_题_特殊群体(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(22)
    yield '\x11题_特殊群体\x12### 特殊群体帮扶情况\n\x13'

def block_特殊群体(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_enum = resolve('enum')
    l_0_insured = l_0_disabled = l_0_schooling = missing
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_17 = environment.filters['unit']
    except KeyError:
        @internalcode
        def t_17(*unused):
            raise TemplateRuntimeError("No filter named 'unit' found.")
    try:
        t_10 = environment.filters['vs']
    except KeyError:
        @internalcode
        def t_10(*unused):
            raise TemplateRuntimeError("No filter named 'vs' found.")
    pass
    t_1(63)
    yield '\x11特殊群体\x12'
    l_1_clause = resolve('clause')
    t_53 = []
    pass
    def macro():
        t_54 = []
        l_2_f = resolve('f')
        l_2_vs = resolve('vs')
        pass
        t_1(32)
        t_54.extend((
            '投入资金',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_2_f is missing else l_2_f), '防返贫保险.资金')))),
            '实施防返贫保险项目，为',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_2_f is missing else l_2_f), '防返贫保险.户数')))),
            '、',
            escape(environment.finalize(context, t_17(environment.call(context, (undefined(name='f') if l_2_f is missing else l_2_f), '防返贫保险.人数'), '名'))),
            '脱贫人口',
            escape(environment.finalize(context, environment.call(context, (undefined(name='vs') if l_2_vs is missing else l_2_vs), environment.call(context, (undefined(name='f') if l_2_f is missing else l_2_f), '防返贫保险.人数')))),
            '购买防返贫保险',
        ))
        def macro():
            t_55 = []
            pass
            t_1(5)
            t_55.extend((
                '，',
                escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_2_f is missing else l_2_f), '防返贫保险.赔付人数')))),
                '获得赔付',
                escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_2_f is missing else l_2_f), '防返贫保险.赔付金额')))),
            ))
            return concat(t_55)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        t_54.append(environment.call(context, (undefined(name='clause') if l_1_clause is missing else l_1_clause), caller=caller))
        return concat(t_54)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    t_53.append(environment.call(context, (undefined(name='clause') if l_1_clause is missing else l_1_clause), caller=caller))
    l_0_insured = (Markup if context.eval_ctx.autoescape else identity)(concat(t_53))
    _block_vars['insured'] = l_0_insured
    l_1_clause = missing
    l_1_clause = resolve('clause')
    t_56 = []
    pass
    def macro():
        t_57 = []
        l_2_f = resolve('f')
        pass
        t_1(12)
        t_57.extend((
            '投入资金',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_2_f is missing else l_2_f), '资金.方向.残疾人')))),
            '，用于残疾人帮扶',
        ))
        return concat(t_57)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    t_56.append(environment.call(context, (undefined(name='clause') if l_1_clause is missing else l_1_clause), caller=caller))
    l_0_disabled = (Markup if context.eval_ctx.autoescape else identity)(concat(t_56))
    _block_vars['disabled'] = l_0_disabled
    l_1_clause = missing
    l_1_clause = resolve('clause')
    t_58 = []
    pass
    def macro():
        t_59 = []
        l_2_f = resolve('f')
        pass
        t_1(11)
        t_59.extend((
            '投入资金',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_2_f is missing else l_2_f), '资金.教育帮扶')))),
            '，用于教育帮扶',
        ))
        return concat(t_59)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    t_58.append(environment.call(context, (undefined(name='clause') if l_1_clause is missing else l_1_clause), caller=caller))
    l_0_schooling = (Markup if context.eval_ctx.autoescape else identity)(concat(t_58))
    _block_vars['schooling'] = l_0_schooling
    l_1_clause = missing
    yield escape(environment.finalize(context, environment.call(context, (undefined(name='enum') if l_0_enum is missing else l_0_enum), [(undefined(name='insured') if l_0_insured is missing else l_0_insured), (undefined(name='disabled') if l_0_disabled is missing else l_0_disabled), (undefined(name='schooling') if l_0_schooling is missing else l_0_schooling)], _block_vars=_block_vars)))
    yield '\n\x13'

def block_题_区域协作(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(19)
    yield '\x11题_区域协作\x12## 加强区域协作\n\x13'

def block_区域协作(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(7)
    yield '\x11区域协作\x12\x13'

def block_题_优惠政策(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(29)
    yield '\x11题_优惠政策\x12### 完善出台或落实优惠支持政策情况\n\x13'

def block_优惠政策(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_政策文件 = resolve('政策文件')
    l_0_m = resolve('m')
    l_0_policy = missing
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_3 = environment.filters[' holds']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named ' holds' found.")
    try:
        t_5 = environment.filters[' lacks']
    except KeyError:
        @internalcode
        def t_5(*unused):
            raise TemplateRuntimeError("No filter named ' lacks' found.")
    try:
        t_7 = environment.filters[' missing']
    except KeyError:
        @internalcode
        def t_7(*unused):
            raise TemplateRuntimeError("No filter named ' missing' found.")
    try:
        t_24 = environment.filters['where']
    except KeyError:
        @internalcode
        def t_24(*unused):
            raise TemplateRuntimeError("No filter named 'where' found.")
    pass
    t_1(32)
    yield '\x11优惠政策\x12'
    l_0_policy = t_24((undefined(name='政策文件') if l_0_政策文件 is missing else l_0_政策文件), 领域='产业合作')
    _block_vars['policy'] = l_0_policy
    if t_5((undefined(name='policy') if l_0_policy is missing else l_0_policy)):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield '落实'
        yield escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'titles'), (undefined(name='policy') if l_0_policy is missing else l_0_policy), _block_vars=_block_vars)))
        yield '，为引进企业落地和共建产业园区提供政策支持。\n'
    yield '\x13'

def block_题_产业园区(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(22)
    yield '\x11题_产业园区\x12### 产业园区共建情况\n\x13'

def block_产业园区(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_clause = resolve('clause')
    l_0_产业园区 = resolve('产业园区')
    l_0_m = resolve('m')
    l_0_f = resolve('f')
    l_0_jn = resolve('jn')
    l_0_counts = l_0_told = missing
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_3 = environment.filters[' holds']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named ' holds' found.")
    try:
        t_5 = environment.filters[' lacks']
    except KeyError:
        @internalcode
        def t_5(*unused):
            raise TemplateRuntimeError("No filter named ' lacks' found.")
    try:
        t_7 = environment.filters[' missing']
    except KeyError:
        @internalcode
        def t_7(*unused):
            raise TemplateRuntimeError("No filter named ' missing' found.")
    try:
        t_39 = environment.filters['in_unit']
    except KeyError:
        @internalcode
        def t_39(*unused):
            raise TemplateRuntimeError("No filter named 'in_unit' found.")
    try:
        t_17 = environment.filters['unit']
    except KeyError:
        @internalcode
        def t_17(*unused):
            raise TemplateRuntimeError("No filter named 'unit' found.")
    pass
    t_1(21)
    yield '\x11产业园区\x12'
    def macro():
        t_60 = []
        l_1_of_which = resolve('of_which')
        pass
        t_1(7)
        t_60.extend((
            '共建产业园区',
            escape(environment.finalize(context, environment.call(context, (undefined(name='of_which') if l_1_of_which is missing else l_1_of_which), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '园区.数'), [('农业产业园', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '园区.数.农业'))], compare=True))),
            '。',
        ))
        return concat(t_60)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    for l_1_p in (undefined(name='产业园区') if l_0_产业园区 is missing else l_0_产业园区):
        _loop_vars = {}
        pass
        t_1(5)
        yield escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'park'), l_1_p, _loop_vars=_loop_vars)))
        yield '。'
        if t_5(environment.getattr(l_1_p, '进展')):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield '目前，'
            yield escape(environment.finalize(context, environment.getattr(l_1_p, '进展')))
            yield '。'
    l_1_p = missing
    l_0_counts = [environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '引导入驻园区企业', t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '园区.入驻企业', _block_vars=_block_vars), '家'), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '入园企业实际到位投资', t_39(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '园区.到位投资', _block_vars=_block_vars), '万元'), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '吸纳农村劳动力就业', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '园区.吸纳就业', _block_vars=_block_vars), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '其中脱贫劳动力', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '园区.吸纳就业.脱贫', _block_vars=_block_vars), _block_vars=_block_vars)]
    _block_vars['counts'] = l_0_counts
    l_0_told = environment.call(context, (undefined(name='jn') if l_0_jn is missing else l_0_jn), (undefined(name='counts') if l_0_counts is missing else l_0_counts), sep='，', _block_vars=_block_vars)
    _block_vars['told'] = l_0_told
    if t_5((undefined(name='told') if l_0_told is missing else l_0_told)):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield escape(environment.finalize(context, (undefined(name='told') if l_0_told is missing else l_0_told)))
        yield '。'
    yield '\n\x13'

def block_题_引进企业(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(26)
    yield '\x11题_引进企业\x12### 引导引进东部企业落地情况\n\x13'

def block_引进企业(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_m = resolve('m')
    l_0_f = resolve('f')
    l_0_zero = resolve('zero')
    l_0_known = resolve('known')
    l_0_引进企业 = resolve('引进企业')
    l_0_签约 = resolve('签约')
    l_0_bare = resolve('bare')
    l_0_told = resolve('told')
    l_0_jn = resolve('jn')
    l_0_vs = resolve('vs')
    l_0_clause = resolve('clause')
    l_0_counts = l_0_signed = missing
    try:
        t_2 = environment.filters[' both']
    except KeyError:
        @internalcode
        def t_2(*unused):
            raise TemplateRuntimeError("No filter named ' both' found.")
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_13 = environment.filters[' either']
    except KeyError:
        @internalcode
        def t_13(*unused):
            raise TemplateRuntimeError("No filter named ' either' found.")
    try:
        t_14 = environment.filters[' fails']
    except KeyError:
        @internalcode
        def t_14(*unused):
            raise TemplateRuntimeError("No filter named ' fails' found.")
    try:
        t_3 = environment.filters[' holds']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named ' holds' found.")
    try:
        t_4 = environment.filters[' kept']
    except KeyError:
        @internalcode
        def t_4(*unused):
            raise TemplateRuntimeError("No filter named ' kept' found.")
    try:
        t_5 = environment.filters[' lacks']
    except KeyError:
        @internalcode
        def t_5(*unused):
            raise TemplateRuntimeError("No filter named ' lacks' found.")
    try:
        t_6 = environment.filters[' may hold']
    except KeyError:
        @internalcode
        def t_6(*unused):
            raise TemplateRuntimeError("No filter named ' may hold' found.")
    try:
        t_7 = environment.filters[' missing']
    except KeyError:
        @internalcode
        def t_7(*unused):
            raise TemplateRuntimeError("No filter named ' missing' found.")
    try:
        t_8 = environment.filters[' not']
    except KeyError:
        @internalcode
        def t_8(*unused):
            raise TemplateRuntimeError("No filter named ' not' found.")
    try:
        t_39 = environment.filters['in_unit']
    except KeyError:
        @internalcode
        def t_39(*unused):
            raise TemplateRuntimeError("No filter named 'in_unit' found.")
    try:
        t_61 = environment.filters['list']
    except KeyError:
        @internalcode
        def t_61(*unused):
            raise TemplateRuntimeError("No filter named 'list' found.")
    try:
        t_62 = environment.filters['map']
    except KeyError:
        @internalcode
        def t_62(*unused):
            raise TemplateRuntimeError("No filter named 'map' found.")
    try:
        t_63 = environment.filters['rejectattr']
    except KeyError:
        @internalcode
        def t_63(*unused):
            raise TemplateRuntimeError("No filter named 'rejectattr' found.")
    try:
        t_64 = environment.filters['selectattr']
    except KeyError:
        @internalcode
        def t_64(*unused):
            raise TemplateRuntimeError("No filter named 'selectattr' found.")
    try:
        t_65 = environment.filters['title']
    except KeyError:
        @internalcode
        def t_65(*unused):
            raise TemplateRuntimeError("No filter named 'title' found.")
    try:
        t_17 = environment.filters['unit']
    except KeyError:
        @internalcode
        def t_17(*unused):
            raise TemplateRuntimeError("No filter named 'unit' found.")
    try:
        t_10 = environment.filters['vs']
    except KeyError:
        @internalcode
        def t_10(*unused):
            raise TemplateRuntimeError("No filter named 'vs' found.")
    try:
        t_24 = environment.filters['where']
    except KeyError:
        @internalcode
        def t_24(*unused):
            raise TemplateRuntimeError("No filter named 'where' found.")
    pass
    t_1(50)
    yield '\x11引进企业\x12'
    l_0_counts = [environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '实际到位投资', t_39(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '企业.到位投资', _block_vars=_block_vars), '万元'), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '吸纳农村劳动力就业', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '企业.吸纳就业', _block_vars=_block_vars), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '其中脱贫劳动力', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '企业.吸纳就业.脱贫', _block_vars=_block_vars), _block_vars=_block_vars)]
    _block_vars['counts'] = l_0_counts
    if t_5((t_2((t_13(t_8((t_13((undefined(name='签约') if l_0_签约 is missing else l_0_签约)) if t_14((undefined(name='引进企业') if l_0_引进企业 is missing else l_0_引进企业)) else t_4(None)))) if t_14(environment.call(context, (undefined(name='known') if l_0_known is missing else l_0_known), '企业.落地数', _block_vars=_block_vars)) else t_4(None))) if t_6(t_8(environment.call(context, (undefined(name='zero') if l_0_zero is missing else l_0_zero), '企业.落地数', _block_vars=_block_vars))) else t_4(None))):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        (l_0_bare, l_0_told) = (t_61(context.eval_ctx, t_63(context, t_63(context, (undefined(name='引进企业') if l_0_引进企业 is missing else l_0_引进企业), '东部企业'), '项目')), t_61(context.eval_ctx, t_64(context, (undefined(name='引进企业') if l_0_引进企业 is missing else l_0_引进企业), '东部企业')))
        _block_vars.update({'bare': l_0_bare, 'told': l_0_told})
        yield '新增引导落地投产企业'
        yield escape(environment.finalize(context, t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '企业.落地数', _block_vars=_block_vars), '家')))
        if t_5((t_2(t_8((undefined(name='told') if l_0_told is missing else l_0_told))) if t_6((undefined(name='bare') if l_0_bare is missing else l_0_bare)) else t_4(None))):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield '（'
            yield escape(environment.finalize(context, environment.call(context, (undefined(name='jn') if l_0_jn is missing else l_0_jn), t_61(context.eval_ctx, t_62(context, (undefined(name='bare') if l_0_bare is missing else l_0_bare), attribute='新企业')), _block_vars=_block_vars)))
            yield '）'
            yield escape(environment.finalize(context, environment.call(context, (undefined(name='vs') if l_0_vs is missing else l_0_vs), t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '企业.落地数', _block_vars=_block_vars), '家'), '，', _block_vars=_block_vars)))
        else:
            pass
            yield escape(environment.finalize(context, environment.call(context, (undefined(name='vs') if l_0_vs is missing else l_0_vs), t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '企业.落地数', _block_vars=_block_vars), '家'), _block_vars=_block_vars)))
        def t_66(fiter):
            for l_1_c in fiter:
                if (t_1(0) and t_8(t_8(l_1_c))):
                    yield l_1_c
        for l_1_c in t_66((undefined(name='counts') if l_0_counts is missing else l_0_counts)):
            _loop_vars = {}
            pass
            t_1(1)
            yield '，'
            yield escape(environment.finalize(context, l_1_c))
        l_1_c = missing
        yield '。\n'
    l_0_told = environment.call_binop(context, '+', t_61(context.eval_ctx, t_64(context, (undefined(name='引进企业') if l_0_引进企业 is missing else l_0_引进企业), '东部企业')), t_61(context.eval_ctx, t_64(context, t_63(context, (undefined(name='引进企业') if l_0_引进企业 is missing else l_0_引进企业), '东部企业'), '项目')))
    _block_vars['told'] = l_0_told
    if t_5((undefined(name='told') if l_0_told is missing else l_0_told)):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'enterprises'), (undefined(name='told') if l_0_told is missing else l_0_told), _block_vars=_block_vars)))
        yield '。'
    l_0_signed = t_24((undefined(name='签约') if l_0_签约 is missing else l_0_签约), 领域='招商引资')
    _block_vars['signed'] = l_0_signed
    def macro():
        t_67 = []
        pass
        t_1(20)
        if t_5(t_61(context.eval_ctx, t_63(context, t_63(context, t_63(context, (undefined(name='signed') if l_0_signed is missing else l_0_signed), '对方'), '进展'), '协议'))):
            pass
            t_67.append(
                escape(environment.finalize(context, t_7(None))),
            )
        elif t_3(None):
            pass
            t_67.extend((
                '与',
                escape(environment.finalize(context, environment.call(context, (undefined(name='jn') if l_0_jn is missing else l_0_jn), environment.getattr((undefined(name='signed') if l_0_signed is missing else l_0_signed), '企业'), etc=True))),
                '企业',
            ))
        t_67.extend((
            '签订合作项目',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '企业.签约项目')))),
        ))
        def macro():
            t_68 = []
            pass
            t_1(5)
            t_68.extend((
                '，注册资金',
                escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '企业.签约注册资金')))),
            ))
            return concat(t_68)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        t_67.append(environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller))
        def macro():
            t_69 = []
            pass
            t_1(5)
            t_69.extend((
                '，成交资金',
                escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '企业.签约资金')))),
            ))
            return concat(t_69)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        t_67.append(environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller))
        t_67.append(
            '。',
        )
        return concat(t_67)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    def t_70(fiter):
        for l_1_s in fiter:
            if (t_1(0) and t_8(t_8((t_13(environment.getattr(l_1_s, '协议')) if t_14((t_13(environment.getattr(l_1_s, '进展')) if t_14(environment.getattr(l_1_s, '对方')) else t_4(None))) else t_4(None))))):
                yield l_1_s
    for l_1_s in t_70((undefined(name='signed') if l_0_signed is missing else l_0_signed)):
        _loop_vars = {}
        pass
        t_1(6)
        if t_5(environment.getattr(l_1_s, '对方')):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield escape(environment.finalize(context, environment.getattr(l_1_s, '对方')))
            yield '与'
        yield escape(environment.finalize(context, environment.getattr(l_1_s, '企业')))
        if t_5(environment.getattr(l_1_s, '进展')):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield escape(environment.finalize(context, environment.getattr(l_1_s, '进展')))
        elif t_5(environment.getattr(l_1_s, '协议')):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield '签订'
            yield escape(environment.finalize(context, t_65(environment.getattr(l_1_s, '协议'))))
        else:
            pass
            yield '签约'
        yield '。'
    l_1_s = missing
    yield '\n\x13'

def block_题_帮扶车间(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(22)
    yield '\x11题_帮扶车间\x12### 援建帮扶车间情况\n\x13'

def block_帮扶车间(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_clause = resolve('clause')
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_10 = environment.filters['vs']
    except KeyError:
        @internalcode
        def t_10(*unused):
            raise TemplateRuntimeError("No filter named 'vs' found.")
    pass
    t_1(25)
    yield '\x11帮扶车间\x12'
    def macro():
        t_71 = []
        l_1_f = resolve('f')
        pass
        t_1(17)
        t_71.extend((
            '援建帮扶车间',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '车间.数')))),
        ))
        def macro():
            t_72 = []
            l_2_m = resolve('m')
            pass
            t_1(10)
            t_72.extend((
                '，吸纳农村劳动力就业',
                escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_2_m is missing else l_2_m), 'people'), environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '车间.吸纳就业'), environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '车间.吸纳就业.脱贫')))),
            ))
            return concat(t_72)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        t_71.append(environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller))
        t_71.append(
            '。',
        )
        return concat(t_71)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    yield '\n\x13'

def block_题_项目带动(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(20)
    yield '\x11题_项目带动\x12### 项目带动情况\n\x13'

def block_项目带动(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_clause = resolve('clause')
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_17 = environment.filters['unit']
    except KeyError:
        @internalcode
        def t_17(*unused):
            raise TemplateRuntimeError("No filter named 'unit' found.")
    try:
        t_10 = environment.filters['vs']
    except KeyError:
        @internalcode
        def t_10(*unused):
            raise TemplateRuntimeError("No filter named 'vs' found.")
    pass
    t_1(42)
    yield '\x11项目带动\x12'
    def macro():
        t_73 = []
        l_1_f = resolve('f')
        pass
        t_1(34)
        def macro():
            t_74 = []
            l_2_year = resolve('year')
            l_2_vs = resolve('vs')
            pass
            t_1(5)
            t_74.extend((
                escape(environment.finalize(context, (undefined(name='year') if l_2_year is missing else l_2_year))),
                '实施的',
                escape(environment.finalize(context, t_17(environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '项目.计划数'), '个'))),
                '项目',
                escape(environment.finalize(context, environment.call(context, (undefined(name='vs') if l_2_vs is missing else l_2_vs), environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '项目.计划数')))),
            ))
            return concat(t_74)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        t_73.append(environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller))
        t_73.extend((
            '共带动农村人口',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '带动.农村人口')))),
            '发展生产',
        ))
        def macro():
            t_75 = []
            pass
            t_1(7)
            t_75.extend((
                '，其中脱贫人口',
                escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '带动.农村人口.脱贫')))),
            ))
            return concat(t_75)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        t_73.append(environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller))
        def macro():
            t_76 = []
            pass
            t_1(10)
            t_76.extend((
                '，解决农村劳动力就业',
                escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '带动.就业')))),
            ))
            return concat(t_76)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        t_73.append(environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller))
        t_73.append(
            '。',
        )
        return concat(t_73)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    yield '\n\x13'

def block_题_乡村振兴(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(19)
    yield '\x11题_乡村振兴\x12## 促进乡村振兴\n\x13'

def block_乡村振兴(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(7)
    yield '\x11乡村振兴\x12\x13'

def block_题_干部人才(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(29)
    yield '\x11题_干部人才\x12### 挂职干部、专技人才选派交流情况\n\x13'

def block_干部人才(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_专技人才 = resolve('专技人才')
    l_0_zero = resolve('zero')
    l_0_partner = resolve('partner')
    l_0_f = resolve('f')
    l_0_place = resolve('place')
    l_0_clause = resolve('clause')
    l_0_jn = resolve('jn')
    l_0_m = resolve('m')
    l_0_ranks = resolve('ranks')
    l_0_told = resolve('told')
    l_0_east = l_0_west = l_0_cadres = l_0_experts = l_0_sent = missing
    try:
        t_2 = environment.filters[' both']
    except KeyError:
        @internalcode
        def t_2(*unused):
            raise TemplateRuntimeError("No filter named ' both' found.")
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_13 = environment.filters[' either']
    except KeyError:
        @internalcode
        def t_13(*unused):
            raise TemplateRuntimeError("No filter named ' either' found.")
    try:
        t_14 = environment.filters[' fails']
    except KeyError:
        @internalcode
        def t_14(*unused):
            raise TemplateRuntimeError("No filter named ' fails' found.")
    try:
        t_3 = environment.filters[' holds']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named ' holds' found.")
    try:
        t_4 = environment.filters[' kept']
    except KeyError:
        @internalcode
        def t_4(*unused):
            raise TemplateRuntimeError("No filter named ' kept' found.")
    try:
        t_5 = environment.filters[' lacks']
    except KeyError:
        @internalcode
        def t_5(*unused):
            raise TemplateRuntimeError("No filter named ' lacks' found.")
    try:
        t_6 = environment.filters[' may hold']
    except KeyError:
        @internalcode
        def t_6(*unused):
            raise TemplateRuntimeError("No filter named ' may hold' found.")
    try:
        t_7 = environment.filters[' missing']
    except KeyError:
        @internalcode
        def t_7(*unused):
            raise TemplateRuntimeError("No filter named ' missing' found.")
    try:
        t_8 = environment.filters[' not']
    except KeyError:
        @internalcode
        def t_8(*unused):
            raise TemplateRuntimeError("No filter named ' not' found.")
    try:
        t_9 = environment.filters['trim']
    except KeyError:
        @internalcode
        def t_9(*unused):
            raise TemplateRuntimeError("No filter named 'trim' found.")
    try:
        t_17 = environment.filters['unit']
    except KeyError:
        @internalcode
        def t_17(*unused):
            raise TemplateRuntimeError("No filter named 'unit' found.")
    try:
        t_10 = environment.filters['vs']
    except KeyError:
        @internalcode
        def t_10(*unused):
            raise TemplateRuntimeError("No filter named 'vs' found.")
    try:
        t_24 = environment.filters['where']
    except KeyError:
        @internalcode
        def t_24(*unused):
            raise TemplateRuntimeError("No filter named 'where' found.")
    pass
    t_1(100)
    yield '\x11干部人才\x12'
    (l_0_east, l_0_west) = (t_24((undefined(name='专技人才') if l_0_专技人才 is missing else l_0_专技人才), 方向='东到西'), t_24((undefined(name='专技人才') if l_0_专技人才 is missing else l_0_专技人才), 方向='西到东'))
    _block_vars.update({'east': l_0_east, 'west': l_0_west})
    (l_0_cadres, l_0_experts) = (t_8(environment.call(context, (undefined(name='zero') if l_0_zero is missing else l_0_zero), '干部.东派党政', _block_vars=_block_vars)), t_8(environment.call(context, (undefined(name='zero') if l_0_zero is missing else l_0_zero), '专技.东派', _block_vars=_block_vars)))
    _block_vars.update({'cadres': l_0_cadres, 'experts': l_0_experts})
    if t_5((t_13((undefined(name='experts') if l_0_experts is missing else l_0_experts)) if t_14((undefined(name='cadres') if l_0_cadres is missing else l_0_cadres)) else t_4(None))):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield escape(environment.finalize(context, environment.getattr((undefined(name='partner') if l_0_partner is missing else l_0_partner), 'name')))
    if t_5((undefined(name='cadres') if l_0_cadres is missing else l_0_cadres)):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield '选派党政干部'
        yield escape(environment.finalize(context, t_10(t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '干部.东派党政', _block_vars=_block_vars), '人'))))
        yield '到'
        yield escape(environment.finalize(context, environment.getattr((undefined(name='place') if l_0_place is missing else l_0_place), 'name')))
        yield '挂职'
        def macro():
            t_77 = []
            l_1_drange = resolve('drange')
            pass
            t_1(5)
            t_77.extend((
                '（含',
                escape(environment.finalize(context, environment.call(context, (undefined(name='drange') if l_1_drange is missing else l_1_drange), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '干部.东派党政.往年.开始'), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '干部.东派党政.往年.结束'), '至'))),
                '挂职',
                escape(environment.finalize(context, t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '干部.东派党政.往年'), '人'))),
                '）',
            ))
            return concat(t_77)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
        l_0_ranks = environment.call(context, (undefined(name='jn') if l_0_jn is missing else l_0_jn), [environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '厅局级', t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '干部.东派党政.厅局级', _block_vars=_block_vars), '人'), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '县处级', t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '干部.东派党政.县处级', _block_vars=_block_vars), '人'), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '其他职级', t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '干部.东派党政.其他', _block_vars=_block_vars), '人'), _block_vars=_block_vars)], _block_vars=_block_vars)
        _block_vars['ranks'] = l_0_ranks
        if t_5((undefined(name='ranks') if l_0_ranks is missing else l_0_ranks)):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield '，其中'
            yield escape(environment.finalize(context, (undefined(name='ranks') if l_0_ranks is missing else l_0_ranks)))
        def macro():
            t_78 = []
            pass
            t_1(14)
            t_78.extend((
                '，分管（协管）东西部协作工作',
                escape(environment.finalize(context, t_10(t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '干部.东派党政.分管协作'), '人')))),
            ))
            return concat(t_78)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
        def macro():
            t_79 = []
            pass
            t_1(6)
            t_79.extend((
                '，受表彰奖励',
                escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '干部.表彰')))),
            ))
            return concat(t_79)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
        def macro():
            t_80 = []
            pass
            t_1(5)
            t_80.extend((
                '，提拔重用',
                escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '干部.提拔')))),
            ))
            return concat(t_80)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    if t_5((t_2((undefined(name='experts') if l_0_experts is missing else l_0_experts)) if t_6((undefined(name='cadres') if l_0_cadres is missing else l_0_cadres)) else t_4(None))):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield '；'
    if t_5((undefined(name='experts') if l_0_experts is missing else l_0_experts)):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield '选派专业技术人才'
        yield escape(environment.finalize(context, t_10(t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '专技.东派', _block_vars=_block_vars), '人'))))
        yield '到'
        yield escape(environment.finalize(context, environment.getattr((undefined(name='place') if l_0_place is missing else l_0_place), 'name')))
        yield '帮扶'
        def macro():
            t_81 = []
            pass
            t_1(20)
            t_81.extend((
                '（“组团式”帮扶',
                escape(environment.finalize(context, t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '专技.东派.组团式'), '人'))),
            ))
            def macro():
                t_82 = []
                pass
                t_1(11)
                t_82.extend((
                    '，任学校、医院班子成员',
                    escape(environment.finalize(context, t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '专技.东派.组团式.班子'), '人'))),
                ))
                return concat(t_82)
            caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
            t_81.append(environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller))
            t_81.append(
                '）',
            )
            return concat(t_81)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
        l_0_told = environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'talents'), (undefined(name='east') if l_0_east is missing else l_0_east), _block_vars=_block_vars)
        _block_vars['told'] = l_0_told
        if t_5(t_9((undefined(name='told') if l_0_told is missing else l_0_told))):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield '，其中，'
            yield escape(environment.finalize(context, (undefined(name='told') if l_0_told is missing else l_0_told)))
    if t_5((t_13((undefined(name='experts') if l_0_experts is missing else l_0_experts)) if t_14((undefined(name='cadres') if l_0_cadres is missing else l_0_cadres)) else t_4(None))):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield '。'
    l_0_sent = environment.call(context, (undefined(name='jn') if l_0_jn is missing else l_0_jn), [environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '选派党政干部', t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '干部.西派党政', _block_vars=_block_vars), '人'), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '选派专业技术人才', t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '专技.西派', _block_vars=_block_vars), '人'), _block_vars=_block_vars)], _block_vars=_block_vars)
    _block_vars['sent'] = l_0_sent
    if t_5((undefined(name='sent') if l_0_sent is missing else l_0_sent)):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield escape(environment.finalize(context, environment.getattr((undefined(name='place') if l_0_place is missing else l_0_place), 'name')))
        yield escape(environment.finalize(context, (undefined(name='sent') if l_0_sent is missing else l_0_sent)))
        yield '到'
        yield escape(environment.finalize(context, environment.getattr((undefined(name='partner') if l_0_partner is missing else l_0_partner), 'name')))
        yield '挂职、交流学习'
        l_0_told = environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'talents'), (undefined(name='west') if l_0_west is missing else l_0_west), _block_vars=_block_vars)
        _block_vars['told'] = l_0_told
        if t_5(t_9((undefined(name='told') if l_0_told is missing else l_0_told))):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield '，其中，'
            yield escape(environment.finalize(context, (undefined(name='told') if l_0_told is missing else l_0_told)))
        yield '。\n'
    yield '\x13'

def block_干部人才培训(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_clause = resolve('clause')
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_10 = environment.filters['vs']
    except KeyError:
        @internalcode
        def t_10(*unused):
            raise TemplateRuntimeError("No filter named 'vs' found.")
    pass
    t_1(52)
    yield '\x11干部人才培训\x12'
    def macro():
        t_83 = []
        l_1_f = resolve('f')
        pass
        t_1(17)
        t_83.extend((
            '举办乡村振兴干部培训班',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '培训.干部.期数')))),
            '，培训干部',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '培训.干部.人次')))),
            '。',
        ))
        return concat(t_83)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    def macro():
        t_84 = []
        l_1_f = resolve('f')
        pass
        t_1(25)
        t_84.extend((
            '举办乡村振兴专业技术人才培训班',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '培训.专技.期数')))),
            '，培训专业技术人才',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_1_f is missing else l_1_f), '培训.专技.人次')))),
            '。',
        ))
        return concat(t_84)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    yield '\n\x13'

def block_题_关心关爱(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(34)
    yield '\x11题_关心关爱\x12### 关心、关爱东部挂职干部和专业技术人才情况\n\x13'

def block_关心关爱(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_政策文件 = resolve('政策文件')
    l_0_m = resolve('m')
    l_0_policy = missing
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_3 = environment.filters[' holds']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named ' holds' found.")
    try:
        t_5 = environment.filters[' lacks']
    except KeyError:
        @internalcode
        def t_5(*unused):
            raise TemplateRuntimeError("No filter named ' lacks' found.")
    try:
        t_7 = environment.filters[' missing']
    except KeyError:
        @internalcode
        def t_7(*unused):
            raise TemplateRuntimeError("No filter named ' missing' found.")
    try:
        t_24 = environment.filters['where']
    except KeyError:
        @internalcode
        def t_24(*unused):
            raise TemplateRuntimeError("No filter named 'where' found.")
    pass
    t_1(32)
    yield '\x11关心关爱\x12'
    l_0_policy = t_24((undefined(name='政策文件') if l_0_政策文件 is missing else l_0_政策文件), 领域='干部人才')
    _block_vars['policy'] = l_0_policy
    if t_5((undefined(name='policy') if l_0_policy is missing else l_0_policy)):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield '为关心东部挂职干部、专技人才工作、生活，出台了'
        yield escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'titles'), (undefined(name='policy') if l_0_policy is missing else l_0_policy), _block_vars=_block_vars)))
        yield '。\n'
    yield '\x13'

def block_题_资金管理(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(27)
    yield '\x11题_资金管理\x12### 帮扶项目对接和资金管理情况\n\x13'

def block_财政资金(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_zero = resolve('zero')
    l_0_year = resolve('year')
    l_0_partner = resolve('partner')
    l_0_place = resolve('place')
    l_0_f = resolve('f')
    l_0_clause = resolve('clause')
    l_0_资金 = resolve('资金')
    l_0_namespace = resolve('namespace')
    l_0_all = resolve('all')
    l_0_jn = resolve('jn')
    l_0_vs = resolve('vs')
    l_0_m = resolve('m')
    l_0_told = resolve('told')
    l_0_项目类别 = resolve('项目类别')
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_3 = environment.filters[' holds']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named ' holds' found.")
    try:
        t_5 = environment.filters[' lacks']
    except KeyError:
        @internalcode
        def t_5(*unused):
            raise TemplateRuntimeError("No filter named ' lacks' found.")
    try:
        t_7 = environment.filters[' missing']
    except KeyError:
        @internalcode
        def t_7(*unused):
            raise TemplateRuntimeError("No filter named ' missing' found.")
    try:
        t_8 = environment.filters[' not']
    except KeyError:
        @internalcode
        def t_8(*unused):
            raise TemplateRuntimeError("No filter named ' not' found.")
    try:
        t_85 = environment.filters['group']
    except KeyError:
        @internalcode
        def t_85(*unused):
            raise TemplateRuntimeError("No filter named 'group' found.")
    try:
        t_9 = environment.filters['trim']
    except KeyError:
        @internalcode
        def t_9(*unused):
            raise TemplateRuntimeError("No filter named 'trim' found.")
    try:
        t_17 = environment.filters['unit']
    except KeyError:
        @internalcode
        def t_17(*unused):
            raise TemplateRuntimeError("No filter named 'unit' found.")
    try:
        t_10 = environment.filters['vs']
    except KeyError:
        @internalcode
        def t_10(*unused):
            raise TemplateRuntimeError("No filter named 'vs' found.")
    pass
    t_1(87)
    yield '\x11财政资金\x12'
    if t_5(t_8(environment.call(context, (undefined(name='zero') if l_0_zero is missing else l_0_zero), '资金.财政.总额', _block_vars=_block_vars))):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield '财政资金情况：'
        yield escape(environment.finalize(context, (undefined(name='year') if l_0_year is missing else l_0_year)))
        yield escape(environment.finalize(context, environment.getattr((undefined(name='partner') if l_0_partner is missing else l_0_partner), 'name')))
        yield '帮扶'
        yield escape(environment.finalize(context, environment.getattr((undefined(name='place') if l_0_place is missing else l_0_place), 'name')))
        yield '财政资金'
        yield escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '资金.财政.总额', _block_vars=_block_vars))))
        def macro():
            t_86 = []
            pass
            t_1(9)
            t_86.extend((
                '，其中科技创新资金',
                escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '资金.科技创新')))),
            ))
            return concat(t_86)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
        if t_5((undefined(name='资金') if l_0_资金 is missing else l_0_资金)):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield '，主要安排在'
            l_0_all = environment.call(context, (undefined(name='namespace') if l_0_namespace is missing else l_0_namespace), items=[], _block_vars=_block_vars)
            _block_vars['all'] = l_0_all
            for l_1_g in t_85((undefined(name='资金') if l_0_资金 is missing else l_0_资金), '方向'):
                _loop_vars = {}
                pass
                t_1(0)
                if not isinstance(l_0_all, Namespace):
                    raise TemplateRuntimeError("cannot assign attribute on non-namespace object")
                l_0_all['items'] = environment.call_binop(context, '+', environment.getattr((undefined(name='all') if l_0_all is missing else l_0_all), 'items'), [environment.getattr(l_1_g, 'label')])
            l_1_g = missing
            yield escape(environment.finalize(context, environment.call(context, (undefined(name='jn') if l_0_jn is missing else l_0_jn), environment.getattr((undefined(name='all') if l_0_all is missing else l_0_all), 'items'), _block_vars=_block_vars)))
            yield escape(environment.finalize(context, environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '资金.方向数', _block_vars=_block_vars)))
            yield '方向'
            yield escape(environment.finalize(context, environment.call(context, (undefined(name='vs') if l_0_vs is missing else l_0_vs), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '资金.方向数', _block_vars=_block_vars), _block_vars=_block_vars)))
            if t_5(t_8(environment.call(context, (undefined(name='zero') if l_0_zero is missing else l_0_zero), '项目.计划数', _block_vars=_block_vars))):
                pass
                yield escape(environment.finalize(context, t_7(None)))
            elif t_3(None):
                pass
                yield escape(environment.finalize(context, t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '项目.计划数', _block_vars=_block_vars), '个')))
                yield '项目'
                yield escape(environment.finalize(context, environment.call(context, (undefined(name='vs') if l_0_vs is missing else l_0_vs), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '项目.计划数', _block_vars=_block_vars), _block_vars=_block_vars)))
            l_0_told = environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'fund_directions'), (undefined(name='资金') if l_0_资金 is missing else l_0_资金), _block_vars=_block_vars)
            _block_vars['told'] = l_0_told
            if t_5(t_9((undefined(name='told') if l_0_told is missing else l_0_told))):
                pass
                yield escape(environment.finalize(context, t_7(None)))
            elif t_3(None):
                pass
                yield '。其中，'
                yield escape(environment.finalize(context, (undefined(name='told') if l_0_told is missing else l_0_told)))
        yield '。'
    if t_5(t_8((undefined(name='资金') if l_0_资金 is missing else l_0_资金))):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'project_types'), (undefined(name='项目类别') if l_0_项目类别 is missing else l_0_项目类别), _block_vars=_block_vars)))
    def macro():
        t_87 = []
        pass
        t_1(19)
        t_87.extend((
            '截至目前，',
            escape(environment.finalize(context, environment.getattr((undefined(name='place') if l_0_place is missing else l_0_place), 'name'))),
            '已使用财政资金',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '资金.财政.已使用')))),
        ))
        def macro():
            t_88 = []
            pass
            t_1(6)
            t_88.extend((
                '，资金使用率',
                escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '资金.财政.使用率')))),
            ))
            return concat(t_88)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        t_87.append(environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller))
        t_87.append(
            '。',
        )
        return concat(t_87)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    def macro():
        t_89 = []
        pass
        t_1(23)
        t_89.extend((
            '已启动实施项目',
            escape(environment.finalize(context, t_10(t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '项目.启动数'), '个')))),
        ))
        def macro():
            t_90 = []
            pass
            t_1(4)
            t_90.extend((
                '，开工率',
                escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '项目.开工率')))),
            ))
            return concat(t_90)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        t_89.append(environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller))
        def macro():
            t_91 = []
            pass
            t_1(11)
            t_91.extend((
                '；实际完工项目',
                escape(environment.finalize(context, t_10(t_17(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '项目.完工数'), '个')))),
            ))
            def macro():
                t_92 = []
                pass
                t_1(4)
                t_92.extend((
                    '，完工率',
                    escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '项目.完工率')))),
                ))
                return concat(t_92)
            caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
            t_91.append(environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller))
            return concat(t_91)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        t_89.append(environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller))
        t_89.append(
            '。',
        )
        return concat(t_89)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    yield '\n\x13'

def block_社会帮扶资金(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_zero = resolve('zero')
    l_0_clause = resolve('clause')
    l_0_place = resolve('place')
    l_0_f = resolve('f')
    l_0_jn = resolve('jn')
    l_0_m = resolve('m')
    l_0_parts = resolve('parts')
    l_0_社会捐赠 = resolve('社会捐赠')
    l_0_签约 = resolve('签约')
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_3 = environment.filters[' holds']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named ' holds' found.")
    try:
        t_5 = environment.filters[' lacks']
    except KeyError:
        @internalcode
        def t_5(*unused):
            raise TemplateRuntimeError("No filter named ' lacks' found.")
    try:
        t_7 = environment.filters[' missing']
    except KeyError:
        @internalcode
        def t_7(*unused):
            raise TemplateRuntimeError("No filter named ' missing' found.")
    try:
        t_8 = environment.filters[' not']
    except KeyError:
        @internalcode
        def t_8(*unused):
            raise TemplateRuntimeError("No filter named ' not' found.")
    try:
        t_65 = environment.filters['title']
    except KeyError:
        @internalcode
        def t_65(*unused):
            raise TemplateRuntimeError("No filter named 'title' found.")
    try:
        t_10 = environment.filters['vs']
    except KeyError:
        @internalcode
        def t_10(*unused):
            raise TemplateRuntimeError("No filter named 'vs' found.")
    try:
        t_24 = environment.filters['where']
    except KeyError:
        @internalcode
        def t_24(*unused):
            raise TemplateRuntimeError("No filter named 'where' found.")
    pass
    t_1(53)
    yield '\x11社会帮扶资金\x12'
    if t_5(t_8(environment.call(context, (undefined(name='zero') if l_0_zero is missing else l_0_zero), '社会帮扶.合计', _block_vars=_block_vars))):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield '社会帮扶资金投入情况：'
        def macro():
            t_93 = []
            l_1_vs = resolve('vs')
            pass
            t_1(12)
            t_93.extend((
                escape(environment.finalize(context, environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '社会帮扶.社会组织数'))),
                '社会组织',
                escape(environment.finalize(context, environment.call(context, (undefined(name='vs') if l_1_vs is missing else l_1_vs), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '社会帮扶.社会组织数')))),
                '、',
                escape(environment.finalize(context, environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '社会帮扶.企业数'))),
                '企业',
                escape(environment.finalize(context, environment.call(context, (undefined(name='vs') if l_1_vs is missing else l_1_vs), environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '社会帮扶.企业数')))),
                '参与帮扶，',
            ))
            return concat(t_93)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
        yield escape(environment.finalize(context, environment.getattr((undefined(name='place') if l_0_place is missing else l_0_place), 'name')))
        yield '获得社会帮扶资金'
        yield escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '社会帮扶.合计', _block_vars=_block_vars))))
        l_0_parts = environment.call(context, (undefined(name='jn') if l_0_jn is missing else l_0_jn), [environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '捐款', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '社会帮扶.捐款', _block_vars=_block_vars), _block_vars=_block_vars), environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'some'), '捐物折款', environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '社会帮扶.捐物折款', _block_vars=_block_vars), _block_vars=_block_vars)], sep='，', _block_vars=_block_vars)
        _block_vars['parts'] = l_0_parts
        if t_5((undefined(name='parts') if l_0_parts is missing else l_0_parts)):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield '，其中'
            yield escape(environment.finalize(context, (undefined(name='parts') if l_0_parts is missing else l_0_parts)))
        yield '。'
    yield escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'donations'), (undefined(name='社会捐赠') if l_0_社会捐赠 is missing else l_0_社会捐赠), _block_vars=_block_vars)))
    yield '\n'
    l_1_loop = missing
    for l_1_s, l_1_loop in LoopContext(t_24((undefined(name='签约') if l_0_签约 is missing else l_0_签约), 领域='社会帮扶'), undefined):
        _loop_vars = {}
        pass
        t_1(7)
        if t_5(t_8(environment.getattr(l_1_loop, 'first'))):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield '；'
        yield escape(environment.finalize(context, environment.getattr(l_1_s, '企业')))
        if t_5(environment.getattr(l_1_s, '对方')):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield '与'
            yield escape(environment.finalize(context, environment.getattr(l_1_s, '对方')))
        yield '签订'
        if t_5(environment.getattr(l_1_s, '协议')):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield escape(environment.finalize(context, t_65(environment.getattr(l_1_s, '协议'))))
        else:
            pass
            yield '协议'
        if t_5(environment.getattr(l_1_loop, 'last')):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield '。'
    l_1_loop = l_1_s = missing
    yield '\n\x13'

def block_资金管理办法(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_政策文件 = resolve('政策文件')
    l_0_m = resolve('m')
    l_0_policy = missing
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_3 = environment.filters[' holds']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named ' holds' found.")
    try:
        t_5 = environment.filters[' lacks']
    except KeyError:
        @internalcode
        def t_5(*unused):
            raise TemplateRuntimeError("No filter named ' lacks' found.")
    try:
        t_7 = environment.filters[' missing']
    except KeyError:
        @internalcode
        def t_7(*unused):
            raise TemplateRuntimeError("No filter named ' missing' found.")
    try:
        t_24 = environment.filters['where']
    except KeyError:
        @internalcode
        def t_24(*unused):
            raise TemplateRuntimeError("No filter named 'where' found.")
    pass
    t_1(25)
    yield '\x11资金管理办法\x12'
    l_0_policy = t_24((undefined(name='政策文件') if l_0_政策文件 is missing else l_0_政策文件), 领域='资金管理')
    _block_vars['policy'] = l_0_policy
    if t_5((undefined(name='policy') if l_0_policy is missing else l_0_policy)):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield '认真执行'
        yield escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'titles'), (undefined(name='policy') if l_0_policy is missing else l_0_policy), _block_vars=_block_vars)))
        yield '，加强项目和资金管理。\n'
    yield '\x13'

def block_题_示范村(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(24)
    yield '\x11题_示范村\x12### 打造乡村振兴示范村情况\n\x13'

def block_示范村(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_示范村 = resolve('示范村')
    l_0_m = resolve('m')
    l_0_clause = resolve('clause')
    l_0_zero = resolve('zero')
    l_0_f = resolve('f')
    l_0_示范村项目 = resolve('示范村项目')
    try:
        t_2 = environment.filters[' both']
    except KeyError:
        @internalcode
        def t_2(*unused):
            raise TemplateRuntimeError("No filter named ' both' found.")
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_3 = environment.filters[' holds']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named ' holds' found.")
    try:
        t_4 = environment.filters[' kept']
    except KeyError:
        @internalcode
        def t_4(*unused):
            raise TemplateRuntimeError("No filter named ' kept' found.")
    try:
        t_5 = environment.filters[' lacks']
    except KeyError:
        @internalcode
        def t_5(*unused):
            raise TemplateRuntimeError("No filter named ' lacks' found.")
    try:
        t_6 = environment.filters[' may hold']
    except KeyError:
        @internalcode
        def t_6(*unused):
            raise TemplateRuntimeError("No filter named ' may hold' found.")
    try:
        t_7 = environment.filters[' missing']
    except KeyError:
        @internalcode
        def t_7(*unused):
            raise TemplateRuntimeError("No filter named ' missing' found.")
    try:
        t_8 = environment.filters[' not']
    except KeyError:
        @internalcode
        def t_8(*unused):
            raise TemplateRuntimeError("No filter named ' not' found.")
    try:
        t_85 = environment.filters['group']
    except KeyError:
        @internalcode
        def t_85(*unused):
            raise TemplateRuntimeError("No filter named 'group' found.")
    try:
        t_61 = environment.filters['list']
    except KeyError:
        @internalcode
        def t_61(*unused):
            raise TemplateRuntimeError("No filter named 'list' found.")
    try:
        t_64 = environment.filters['selectattr']
    except KeyError:
        @internalcode
        def t_64(*unused):
            raise TemplateRuntimeError("No filter named 'selectattr' found.")
    try:
        t_9 = environment.filters['trim']
    except KeyError:
        @internalcode
        def t_9(*unused):
            raise TemplateRuntimeError("No filter named 'trim' found.")
    try:
        t_10 = environment.filters['vs']
    except KeyError:
        @internalcode
        def t_10(*unused):
            raise TemplateRuntimeError("No filter named 'vs' found.")
    pass
    t_1(104)
    yield '\x11示范村\x12'
    if t_5((t_2(t_61(context.eval_ctx, t_64(context, (undefined(name='示范村') if l_0_示范村 is missing else l_0_示范村), '类型'))) if t_6((undefined(name='示范村') if l_0_示范村 is missing else l_0_示范村)) else t_4(None))):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield '按照'
        yield escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'villages'), (undefined(name='示范村') if l_0_示范村 is missing else l_0_示范村), _block_vars=_block_vars)))
        yield '的方向进行规划建设。\n'
    elif t_5((t_2(t_61(context.eval_ctx, t_64(context, (undefined(name='示范村') if l_0_示范村 is missing else l_0_示范村), '特色'))) if t_6((undefined(name='示范村') if l_0_示范村 is missing else l_0_示范村)) else t_4(None))):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        l_1_loop = missing
        for l_1_v, l_1_loop in LoopContext((undefined(name='示范村') if l_0_示范村 is missing else l_0_示范村), undefined):
            _loop_vars = {}
            pass
            t_1(2)
            if t_5(t_8(environment.getattr(l_1_loop, 'first'))):
                pass
                yield escape(environment.finalize(context, t_7(None)))
            elif t_3(None):
                pass
                yield '；'
            yield escape(environment.finalize(context, environment.getattr(l_1_v, '名称')))
            yield '：'
            yield escape(environment.finalize(context, environment.getattr(l_1_v, '特色')))
        l_1_loop = l_1_v = missing
        yield '。\n'
    elif t_5((undefined(name='示范村') if l_0_示范村 is missing else l_0_示范村)):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        def macro():
            t_94 = []
            pass
            t_1(0)
            t_94.append(
                escape(environment.finalize(context, environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '示范村.确定年'))),
            )
            return concat(t_94)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
        yield '确定'
        yield escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'villages'), (undefined(name='示范村') if l_0_示范村 is missing else l_0_示范村), _block_vars=_block_vars)))
        yield '为乡村振兴示范村。\n'
    for l_1_g in t_85((undefined(name='示范村') if l_0_示范村 is missing else l_0_示范村), '规划单位'):
        l_1_jn = resolve('jn')
        _loop_vars = {}
        pass
        t_1(16)
        yield '由'
        yield escape(environment.finalize(context, environment.getattr(l_1_g, 'label')))
        yield '为'
        yield escape(environment.finalize(context, environment.call(context, (undefined(name='jn') if l_1_jn is missing else l_1_jn), environment.getattr(environment.getattr(l_1_g, 'rows'), '名称'), _loop_vars=_loop_vars)))
        yield '做规划'
        def macro():
            t_95 = []
            pass
            t_1(9)
            t_95.extend((
                '，专家团队实地考察',
                escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '示范村.专家考察')))),
            ))
            return concat(t_95)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _loop_vars=_loop_vars)
        yield '。\n'
    l_1_g = l_1_jn = missing
    if t_5(t_8(environment.call(context, (undefined(name='zero') if l_0_zero is missing else l_0_zero), '示范村.计划数', _block_vars=_block_vars))):
        pass
        yield escape(environment.finalize(context, t_7(None)))
    elif t_3(None):
        pass
        yield '计划打造乡村振兴示范典型'
        yield escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '示范村.计划数', _block_vars=_block_vars))))
        def macro():
            t_96 = []
            pass
            t_1(4)
            t_96.extend((
                '，已启动',
                escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '示范村.启动数')))),
            ))
            return concat(t_96)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
        def macro():
            t_97 = []
            l_1_year = resolve('year')
            pass
            t_1(5)
            t_97.extend((
                '，',
                escape(environment.finalize(context, (undefined(name='year') if l_1_year is missing else l_1_year))),
                '安排资金',
                escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '资金.用途.示范典型')))),
            ))
            return concat(t_97)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
        def macro():
            t_98 = []
            l_1_year = resolve('year')
            pass
            t_1(5)
            t_98.extend((
                '，',
                escape(environment.finalize(context, (undefined(name='year') if l_1_year is missing else l_1_year))),
                '投入资金',
                escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '资金.示范村')))),
            ))
            return concat(t_98)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
        yield '。'
    def t_99(fiter):
        for l_1_p in fiter:
            if (t_1(0) and t_8(t_8(t_8(t_9(environment.call(context, environment.getattr((undefined(name='m') if l_0_m is missing else l_0_m), 'nothing'), environment.getattr(l_1_p, '金额'))))))):
                yield l_1_p
    l_1_loop = missing
    for l_1_p, l_1_loop in LoopContext(t_99((undefined(name='示范村项目') if l_0_示范村项目 is missing else l_0_示范村项目)), undefined):
        _loop_vars = {}
        pass
        t_1(7)
        if t_5(environment.getattr(l_1_loop, 'first')):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield '其中，'
        else:
            pass
            yield '，'
        yield escape(environment.finalize(context, environment.getattr(l_1_p, '名称')))
        yield escape(environment.finalize(context, environment.getattr(l_1_p, '金额')))
        if t_5(environment.getattr(l_1_p, '状态')):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield '（'
            yield escape(environment.finalize(context, environment.getattr(l_1_p, '状态')))
            yield '）'
        if t_5(environment.getattr(l_1_loop, 'last')):
            pass
            yield escape(environment.finalize(context, t_7(None)))
        elif t_3(None):
            pass
            yield '。'
    l_1_loop = l_1_p = missing
    def macro():
        t_100 = []
        pass
        t_1(18)
        t_100.extend((
            '选派农村党务工作者',
            escape(environment.finalize(context, t_10(environment.call(context, (undefined(name='f') if l_0_f is missing else l_0_f), '专技.东派.党务')))),
            '到示范村开展帮扶。',
        ))
        return concat(t_100)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield environment.call(context, (undefined(name='clause') if l_0_clause is missing else l_0_clause), caller=caller, _block_vars=_block_vars)
    yield '\n\x13'

def block_题_工作创新(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(18)
    yield '\x11题_工作创新\x12# 工作创新情况\n\x13'

def block_工作创新(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_text = resolve('text')
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(8)
    yield '\x11工作创新\x12'
    yield escape(environment.finalize(context, environment.call(context, (undefined(name='text') if l_0_text is missing else l_0_text), 'innovations', _block_vars=_block_vars)))
    yield '\n\x13'

def block_题_问题整改(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(18)
    yield '\x11题_问题整改\x12# 问题整改情况\n\x13'

def block_问题整改(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_问题整改 = resolve('问题整改')
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_8 = environment.filters[' not']
    except KeyError:
        @internalcode
        def t_8(*unused):
            raise TemplateRuntimeError("No filter named ' not' found.")
    try:
        t_85 = environment.filters['group']
    except KeyError:
        @internalcode
        def t_85(*unused):
            raise TemplateRuntimeError("No filter named 'group' found.")
    try:
        t_9 = environment.filters['trim']
    except KeyError:
        @internalcode
        def t_9(*unused):
            raise TemplateRuntimeError("No filter named 'trim' found.")
    pass
    t_1(11)
    yield '\x11问题整改\x12'
    def t_101(fiter):
        l_1_m = resolve('m')
        l_1_合计 = resolve('合计')
        for l_1_g in fiter:
            if (t_1(0) and t_8(t_8(t_8(t_9(environment.call(context, environment.getattr((undefined(name='m') if l_1_m is missing else l_1_m), 'nothing'), environment.call(context, (undefined(name='合计') if l_1_合计 is missing else l_1_合计), environment.getattr(environment.getattr(l_1_g, 'rows'), '问题数')))))))):
                yield l_1_g
    for l_1_g in t_101(t_85((undefined(name='问题整改') if l_0_问题整改 is missing else l_0_问题整改), '反馈方')):
        l_1_place = resolve('place')
        l_1_m = resolve('m')
        _loop_vars = {}
        pass
        t_1(3)
        yield escape(environment.finalize(context, environment.getattr(l_1_g, 'label')))
        yield '反馈'
        yield escape(environment.finalize(context, environment.getattr((undefined(name='place') if l_1_place is missing else l_1_place), 'name')))
        yield escape(environment.finalize(context, environment.call(context, environment.getattr((undefined(name='m') if l_1_m is missing else l_1_m), 'progress'), environment.getattr(l_1_g, 'rows'), _loop_vars=_loop_vars)))
        yield '。'
    l_1_g = l_1_place = l_1_m = missing
    yield '\n\x13'

def block_题_存在问题(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(18)
    yield '\x11题_存在问题\x12# 当前存在问题\n\x13'

def block_存在问题(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_text = resolve('text')
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(8)
    yield '\x11存在问题\x12'
    yield escape(environment.finalize(context, environment.call(context, (undefined(name='text') if l_0_text is missing else l_0_text), 'problems', _block_vars=_block_vars)))
    yield '\n\x13'

def block_题_下一步(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(18)
    yield '\x11题_下一步\x12# 下一步工作打算\n\x13'

def block_下一步(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_text = resolve('text')
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(7)
    yield '\x11下一步\x12'
    yield escape(environment.finalize(context, environment.call(context, (undefined(name='text') if l_0_text is missing else l_0_text), 'next_steps', _block_vars=_block_vars)))
    yield '\n\x13'

blocks = {'导语': block_导语, '题_年度任务': block_题_年度任务, '年度任务': block_年度任务, '题_组织领导': block_题_组织领导, '组织领导': block_组织领导, '题_工作部署': block_题_工作部署, '会议': block_会议, '政策文件': block_政策文件, '题_工作对接': block_题_工作对接, '互访': block_互访, '题_结对': block_题_结对, '结对': block_结对, '教育成效': block_教育成效, '题_巩固成果': block_题_巩固成果, '巩固成果': block_巩固成果, '题_成果': block_题_成果, '资金用途': block_资金用途, '题_就业': block_题_就业, '就业': block_就业, '题_倾斜支持': block_题_倾斜支持, '倾斜支持': block_倾斜支持, '题_消费帮扶': block_题_消费帮扶, '消费帮扶': block_消费帮扶, '题_特殊群体': block_题_特殊群体, '特殊群体': block_特殊群体, '题_区域协作': block_题_区域协作, '区域协作': block_区域协作, '题_优惠政策': block_题_优惠政策, '优惠政策': block_优惠政策, '题_产业园区': block_题_产业园区, '产业园区': block_产业园区, '题_引进企业': block_题_引进企业, '引进企业': block_引进企业, '题_帮扶车间': block_题_帮扶车间, '帮扶车间': block_帮扶车间, '题_项目带动': block_题_项目带动, '项目带动': block_项目带动, '题_乡村振兴': block_题_乡村振兴, '乡村振兴': block_乡村振兴, '题_干部人才': block_题_干部人才, '干部人才': block_干部人才, '干部人才培训': block_干部人才培训, '题_关心关爱': block_题_关心关爱, '关心关爱': block_关心关爱, '题_资金管理': block_题_资金管理, '财政资金': block_财政资金, '社会帮扶资金': block_社会帮扶资金, '资金管理办法': block_资金管理办法, '题_示范村': block_题_示范村, '示范村': block_示范村, '题_工作创新': block_题_工作创新, '工作创新': block_工作创新, '题_问题整改': block_题_问题整改, '问题整改': block_问题整改, '题_存在问题': block_题_存在问题, '存在问题': block_存在问题, '题_下一步': block_题_下一步, '下一步': block_下一步}
debug_info = '1=18&3=19&5=22&9=24&13=26&18=28&22=30&25=32&29=34&44=36&54=38&58=40&68=42&72=44&98=46&106=48&110=50&113=52&117=54&135=56&139=58&159=60&163=62&173=64&177=66&199=68&203=70&213=72&217=74&220=76&224=78&231=80&235=82&249=84&253=86&269=88&273=90&278=92&282=94&291=96&295=98&298=100&302=102&325=104&331=106&335=108&342=110&346=112&361=114&372=116&379=118&383=120&406=122&410=124&414=126&418=128&423=130&427=132&431=134&435=136&5=138&6=155&9=158&13=175&18=192&22=209&25=226&29=243&30=322&31=327&32=335&35=348&36=350&37=356&40=358&44=372&45=440&46=446&47=450&49=464&50=471&54=481&58=498&59=545&60=546&63=548&64=550&68=560&72=577&73=661&74=666&75=672&76=678&78=680&79=686&80=694&81=712&83=714&84=722&86=735&92=737&93=742&98=751&99=774&100=793&106=812&110=829&113=846&117=863&118=926&119=931&120=937&121=939&123=948&128=950&131=958&135=972&139=989&140=1055&141=1056&142=1068&141=1084&143=1085&144=1097&145=1124&146=1130&147=1133&149=1147&150=1162&151=1177&152=1190&153=1192&154=1200&155=1215&159=1230&163=1247&164=1293&167=1295&168=1297&169=1302&173=1310&177=1327&178=1422&179=1424&180=1428&181=1441&182=1445&183=1469&184=1473&185=1487&186=1489&187=1505&186=1523&188=1524&189=1530&190=1533&191=1535&193=1549&194=1563&193=1582&195=1583&199=1610&203=1627&204=1660&205=1677&204=1692&206=1699&207=1718&208=1734&213=1737&217=1754&220=1771&224=1788&225=1831&226=1833&227=1839&231=1843&235=1860&236=1912&237=1925&238=1929&239=1931&241=1940&244=1942&245=1944&249=1953&253=1970&254=2106&256=2108&257=2113&258=2116&258=2133&260=2141&261=2143&262=2150&263=2152&264=2172&263=2199&265=2204&269=2236&273=2253&274=2276&278=2305&282=2322&283=2351&284=2377&285=2388&283=2404&291=2407&295=2424&298=2441&302=2458&303=2563&304=2565&305=2567&306=2573&307=2583&308=2598&310=2600&311=2607&312=2618&313=2629&314=2640&315=2646&316=2656&317=2681&318=2690&319=2696&320=2698&321=2703&325=2720&326=2743&327=2758&331=2775&335=2792&336=2835&337=2837&338=2843&342=2847&346=2864&347=2942&348=2948&349=2954&350=2965&351=2973&352=2981&354=3003&355=3009&356=3036&357=3055&356=3082&361=3085&362=3152&363=3158&364=3179&365=3181&367=3189&368=3192&372=3229&373=3272&374=3274&375=3280&379=3284&383=3301&384=3395&385=3401&386=3403&387=3409&388=3424&389=3429&391=3442&392=3448&394=3465&395=3471&396=3483&397=3497&399=3517&400=3547&406=3561&410=3578&411=3595&414=3598&418=3615&419=3656&423=3670&427=3687&428=3704&431=3707&435=3724&436=3741'